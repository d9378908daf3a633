package school.chancery.platform.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.platform.domain.ApplicationDelivery;

@Component
class SendApplication implements JavaDelegate {
    private final ApplicationDelivery delivery;
    private final ReplyDates dates;

    SendApplication(ApplicationDelivery delivery, ReplyDates dates) {
        this.delivery = delivery;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var application = UUID.fromString(execution.getProcessBusinessKey());
        delivery.send(application);
        execution.setVariables(dates.of(application));
    }
}
