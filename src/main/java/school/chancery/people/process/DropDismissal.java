package school.chancery.people.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.people.domain.Dismissals;

@Component
class DropDismissal implements JavaDelegate {
    private final Dismissals dismissals;

    DropDismissal(Dismissals dismissals) {
        this.dismissals = dismissals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dismissals.drop(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
