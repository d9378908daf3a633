package school.chancery.people.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.people.domain.Duties;

@Component
class DropDuty implements JavaDelegate {
    private final Duties duties;

    DropDuty(Duties duties) {
        this.duties = duties;
    }

    @Override
    public void execute(DelegateExecution execution) {
        duties.drop(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
