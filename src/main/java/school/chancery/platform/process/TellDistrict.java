package school.chancery.platform.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.platform.domain.ApplicationDelivery;

@Component
class TellDistrict implements JavaDelegate {
    private final ApplicationDelivery delivery;

    TellDistrict(ApplicationDelivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void execute(DelegateExecution execution) {
        delivery.tellDistrict(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
