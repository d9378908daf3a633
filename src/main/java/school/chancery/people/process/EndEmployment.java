package school.chancery.people.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.people.domain.Dismissals;

@Component
class EndEmployment implements JavaDelegate {
    private final Dismissals dismissals;

    EndEmployment(Dismissals dismissals) {
        this.dismissals = dismissals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var dismissal = UUID.fromString(execution.getProcessBusinessKey());
        dismissals.carryOut(dismissal, DismissEmployeeProcess.ORDER_ID.from(execution));
    }
}
