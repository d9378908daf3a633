package school.chancery.yearclosing.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.yearclosing.domain.debts.DebtCases;

@Component
class ClearDebt implements JavaDelegate {
    private final DebtCases cases;

    ClearDebt(DebtCases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.clear(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
