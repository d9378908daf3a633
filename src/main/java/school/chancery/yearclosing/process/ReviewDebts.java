package school.chancery.yearclosing.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.yearclosing.domain.debts.DebtCases;

@Component
class ReviewDebts implements JavaDelegate {
    private final DebtCases cases;

    ReviewDebts(DebtCases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var outcome = cases.review(UUID.fromString(execution.getProcessBusinessKey()));
        execution.setVariable(SettleDebtProcess.DEBT_OUTCOME.name(), outcome.name());
    }
}
