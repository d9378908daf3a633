package school.chancery.yearclosing.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.yearclosing.domain.Checks;

@Component
class RunChecks implements JavaDelegate {
    private final Checks checks;

    RunChecks(Checks checks) {
        this.checks = checks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var closing = UUID.fromString(execution.getProcessBusinessKey());
        var left = checks.run(closing).isClear() ? FindingsLeft.NONE : FindingsLeft.LEFT;
        var findings = CloseSchoolYearProcess.FINDINGS.with(left);
        execution.setVariable(findings.name(), findings.value());
    }
}
