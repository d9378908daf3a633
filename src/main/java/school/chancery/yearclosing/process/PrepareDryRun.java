package school.chancery.yearclosing.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.yearclosing.domain.DryRuns;

@Component
class PrepareDryRun implements JavaDelegate {
    private final DryRuns dryRuns;

    PrepareDryRun(DryRuns dryRuns) {
        this.dryRuns = dryRuns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var closing = UUID.fromString(execution.getProcessBusinessKey());
        if (!dryRuns.run(closing).faults().isEmpty()) throw new BpmnError(CloseSchoolYearProcess.PLAN_INCOMPLETE);
    }
}
