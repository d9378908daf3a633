package school.chancery.platform.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.platform.domain.ApplicationDelivery;

@Component
class RemindPlatform implements JavaDelegate {
    private final ApplicationDelivery delivery;

    RemindPlatform(ApplicationDelivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void execute(DelegateExecution execution) {
        delivery.remind(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
