package school.chancery.people.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.people.domain.Duties;

@Component
class GiveDuty implements JavaDelegate {
    private final Duties duties;

    GiveDuty(Duties duties) {
        this.duties = duties;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var duty = UUID.fromString(execution.getProcessBusinessKey());
        duties.give(duty, AssignDutyProcess.ORDER_ID.from(execution));
    }
}
