package school.chancery.yearclosing.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.yearclosing.domain.Undos;

@Component
class DraftUndo implements JavaDelegate {
    private final Undos undos;

    DraftUndo(Undos undos) {
        this.undos = undos;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var closing = UUID.fromString(execution.getProcessBusinessKey());
        var order = CloseSchoolYearProcess.UNDO_ORDER.with(undos.draft(closing));
        execution.setVariable(order.name(), order.value());
    }
}
