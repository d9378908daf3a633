package school.chancery.yearclosing.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.yearclosing.domain.ClosingOrders;

@Component
class DraftOrders implements JavaDelegate {
    private final ClosingOrders orders;

    DraftOrders(ClosingOrders orders) {
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var drafted = orders.draftAll(UUID.fromString(execution.getProcessBusinessKey()));
        Passing.on(execution, CloseSchoolYearProcess.CLOSING_ORDERS, Passing.ids(drafted));
    }
}
