package school.chancery.yearclosing.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.yearclosing.domain.debts.DebtCases;

@Component
class CloseDebtCase implements JavaDelegate {
    private final DebtCases cases;

    CloseDebtCase(DebtCases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.leave(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
