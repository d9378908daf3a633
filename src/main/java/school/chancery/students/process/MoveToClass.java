package school.chancery.students.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.students.domain.TransferEffects;

@Component
class MoveToClass implements JavaDelegate {
    private final TransferEffects effects;

    MoveToClass(TransferEffects effects) {
        this.effects = effects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var transfer = UUID.fromString(execution.getProcessBusinessKey());
        effects.moveToClass(transfer, TransferStudentProcess.ORDER_ID.from(execution));
    }
}
