package school.chancery.platform.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.platform.domain.Reliefs;

@Component
class DropRelief implements JavaDelegate {
    private final Reliefs reliefs;

    DropRelief(Reliefs reliefs) {
        this.reliefs = reliefs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reliefs.drop(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
