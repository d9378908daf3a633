package school.chancery.yearclosing.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.yearclosing.domain.ApplyPlan;

@Component
class ApplyOutcomes implements JavaDelegate {
    private final ApplyPlan plans;

    ApplyOutcomes(ApplyPlan plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var closing = UUID.fromString(execution.getProcessBusinessKey());
        if (plans.apply(closing) instanceof ApplyPlan.Answer.Stale)
            throw new BpmnError(CloseSchoolYearProcess.PLAN_STALE);
    }
}
