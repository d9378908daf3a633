package school.chancery.students.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.students.domain.ReceptionEffects;

@Component
class EnrollStudent implements JavaDelegate {
    private final ReceptionEffects effects;

    EnrollStudent(ReceptionEffects effects) {
        this.effects = effects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var request = UUID.fromString(execution.getProcessBusinessKey());
        effects.enrol(request, ReceiveStudentProcess.ORDER_ID.from(execution));
    }
}
