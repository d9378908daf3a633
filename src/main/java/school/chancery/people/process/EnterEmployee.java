package school.chancery.people.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.people.domain.Hirings;
import school.chancery.people.process.HireEmployeeProcess.Opened;

@Component
class EnterEmployee implements JavaDelegate {
    private final Hirings hirings;

    EnterEmployee(Hirings hirings) {
        this.hirings = hirings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var hiring = UUID.fromString(execution.getProcessBusinessKey());
        var opened = hirings.carryOut(hiring, HireEmployeeProcess.ORDER_ID.from(execution)) ? Opened.YES : Opened.NO;
        execution.setVariable(HireEmployeeProcess.ACCESS_OPENED.name(), opened.name());
    }
}
