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
        closings.abandon(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
