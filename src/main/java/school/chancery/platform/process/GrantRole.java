package school.chancery.platform.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.platform.domain.Appointments;

@Component
class GrantRole implements JavaDelegate {
    private final Appointments appointments;

    GrantRole(Appointments appointments) {
        this.appointments = appointments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var appointment = UUID.fromString(execution.getProcessBusinessKey());
        var account = appointments
                .grant(appointment, AppointAdministratorProcess.ORDER_ID.from(execution))
                .orElseThrow(() -> new BpmnError(AppointAdministratorProcess.CANDIDATE_LEFT));
        execution.setVariable(AppointAdministratorProcess.ADMINISTRATOR.name(), account.toString());
    }
}
