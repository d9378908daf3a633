package school.chancery.yearclosing.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.yearclosing.domain.Undos;

@Component
class UndoClosing implements JavaDelegate {
    private final Undos undos;

    UndoClosing(Undos undos) {
        this.undos = undos;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var closing = UUID.fromString(execution.getProcessBusinessKey());
        var order = CloseSchoolYearProcess.UNDO_ORDER.from(execution);
        if (!undos.undo(closing, order).isEmpty()) throw new BpmnError(CloseSchoolYearProcess.UNDO_REFUSED);
    }
}
