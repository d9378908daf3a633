package school.chancery.yearclosing.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.yearclosing.domain.Closings;

@Component
class AbandonClosing implements JavaDelegate {
    private final Closings closings;

    AbandonClosing(Closings closings) {
        this.closings = closings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var closing = UUID.fromString(execution.getProcessBusinessKey());
        var refusals = closings.abandon(closing);
        // The case would end and leave a year behind that nobody can close or reopen any more.
        if (!refusals.isEmpty())
            throw new IllegalStateException("closing " + closing + " is not given up: " + refusals);
    }
}
