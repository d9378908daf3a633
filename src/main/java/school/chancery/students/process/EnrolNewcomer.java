package school.chancery.students.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.students.domain.AdmissionEffects;

@Component
class EnrolNewcomer implements JavaDelegate {
    private final AdmissionEffects effects;

    EnrolNewcomer(AdmissionEffects effects) {
        this.effects = effects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var admission = UUID.fromString(execution.getProcessBusinessKey());
        effects.enrol(admission, EnrolNewcomerProcess.ORDER_ID.from(execution));
    }
}
