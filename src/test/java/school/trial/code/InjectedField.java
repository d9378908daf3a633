package school.trial.code;

import org.springframework.beans.factory.annotation.Value;

class InjectedField {
    @Value("${chancery.address}")
    private String address;
}
