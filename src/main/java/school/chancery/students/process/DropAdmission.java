package school.chancery.students.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.students.domain.Admissions;

@Component
class DropAdmission implements JavaDelegate {
    private final Admissions admissions;

    DropAdmission(Admissions admissions) {
        this.admissions = admissions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reason = admissions.drop(UUID.fromString(execution.getProcessBusinessKey()));
        execution.setVariable(EnrolNewcomerProcess.DROP_REASON.name(), reason.name());
    }
}
