package school.chancery.yearclosing.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.yearclosing.domain.Corrections;

@Component
class DraftCorrection implements JavaDelegate {
    private final Corrections corrections;

    DraftCorrection(Corrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var closing = UUID.fromString(execution.getProcessBusinessKey());
        var order = CloseSchoolYearProcess.CORRECTION_ORDER.with(corrections.draft(closing));
        execution.setVariable(order.name(), order.value());
    }
}
