package school.chancery.yearclosing.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class MoveDebtTerm implements JavaDelegate {
    private final DebtTimers timers;

    MoveDebtTerm(DebtTimers timers) {
        this.timers = timers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var due = timers.dueAt(UUID.fromString(execution.getProcessBusinessKey()));
        execution.setVariable(SettleDebtProcess.DEBT_DUE_AT.name(), due);
        timers.move(execution.getProcessInstanceId());
    }
}
