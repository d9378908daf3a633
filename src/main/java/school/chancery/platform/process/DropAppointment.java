package school.chancery.platform.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.platform.domain.Appointments;

@Component
class DropAppointment implements JavaDelegate {
    private final Appointments appointments;

    DropAppointment(Appointments appointments) {
        this.appointments = appointments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        appointments.drop(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
