package school.chancery.platform.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.platform.domain.Warnings;

@Component
class CheckCriteria implements JavaDelegate {
    private final Warnings warnings;

    CheckCriteria(Warnings warnings) {
        this.warnings = warnings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var found = warnings.check(UUID.fromString(execution.getProcessBusinessKey()));
        var some = found.isEmpty() ? AppointAdministratorProcess.Found.NONE : AppointAdministratorProcess.Found.SOME;
        execution.setVariable(AppointAdministratorProcess.WARNINGS.name(), some.name());
    }
}
