package school.chancery.yearclosing.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.yearclosing.domain.debts.DebtSettlement;

@Component
class ApplyParentsChoice implements JavaDelegate {
    private final DebtSettlement settlement;

    ApplyParentsChoice(DebtSettlement settlement) {
        this.settlement = settlement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var about = UUID.fromString(execution.getProcessBusinessKey());
        settlement.apply(about, SettleDebtProcess.ORDER_ID.from(execution));
    }
}
