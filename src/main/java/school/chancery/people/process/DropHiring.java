package school.chancery.people.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.people.domain.Hirings;

@Component
class DropHiring implements JavaDelegate {
    private final Hirings hirings;

    DropHiring(Hirings hirings) {
        this.hirings = hirings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        hirings.drop(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
