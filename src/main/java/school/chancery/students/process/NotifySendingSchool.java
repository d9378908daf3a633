package school.chancery.students.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class NotifySendingSchool implements JavaDelegate {
    private final ReceiveStudentProcess process;

    NotifySendingSchool(ReceiveStudentProcess process) {
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        process.notifySendingSchool(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
