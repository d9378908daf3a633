package school.chancery.platform.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.platform.domain.Reliefs;
import school.chancery.platform.process.RelieveAdministratorProcess.Needed;

@Component
class RevokeRole implements JavaDelegate {
    private final Reliefs reliefs;

    RevokeRole(Reliefs reliefs) {
        this.reliefs = reliefs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var relief = UUID.fromString(execution.getProcessBusinessKey());
        var orphaned = reliefs.carryOut(relief, RelieveAdministratorProcess.ORDER_ID.from(execution));
        execution.setVariable(
                RelieveAdministratorProcess.SUCCESSOR_NEEDED.name(), (orphaned ? Needed.YES : Needed.NO).name());
    }
}
