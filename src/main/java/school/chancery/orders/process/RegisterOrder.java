package school.chancery.orders.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.orders.domain.OrderRegistration;

/** Number, date and registered copy, in the transaction that accepted the signature. */
@Component
class RegisterOrder implements JavaDelegate {
    private final OrderRegistration registration;

    RegisterOrder(OrderRegistration registration) {
        this.registration = registration;
    }

    @Override
    public void execute(DelegateExecution execution) {
        registration.register(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
