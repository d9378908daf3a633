package school.chancery.workflow.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.workflow.engine.FailedSteps;

/** Puts the failed step back in the queue; one that is gone by now needs nothing. */
@Component
class RetryJob implements JavaDelegate {
    private final FailedSteps steps;

    RetryJob(FailedSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.retry(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
