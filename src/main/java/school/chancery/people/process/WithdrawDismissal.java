package school.chancery.people.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.people.domain.Dismissals;

@Component
class WithdrawDismissal implements JavaDelegate {
    private final Dismissals dismissals;

    WithdrawDismissal(Dismissals dismissals) {
        this.dismissals = dismissals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dismissals.endDraft(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
