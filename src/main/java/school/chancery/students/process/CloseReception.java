package school.chancery.students.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.students.domain.Receptions;

@Component
class CloseReception implements JavaDelegate {
    private final Receptions receptions;

    CloseReception(Receptions receptions) {
        this.receptions = receptions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        receptions.close(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
