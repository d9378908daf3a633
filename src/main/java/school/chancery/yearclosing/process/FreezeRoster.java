package school.chancery.yearclosing.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.yearclosing.domain.Rosters;

@Component
class FreezeRoster implements JavaDelegate {
    private final Rosters rosters;

    FreezeRoster(Rosters rosters) {
        this.rosters = rosters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rosters.freeze(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
