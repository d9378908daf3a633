package school.chancery.orders.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.orders.Orders;

/** Drafts the order that a calling process needs; asked again, finds it. */
@Component
class DraftOrder implements JavaDelegate {
    private final Orders orders;
    private final DraftSources sources;

    DraftOrder(Orders orders, DraftSources sources) {
        this.orders = orders;
        this.sources = sources;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var draft = sources.of(execution).draftFor(UUID.fromString(execution.getProcessBusinessKey()));
        var orderId = IssueOrderProcess.ORDER_ID.with(orders.draft(draft));
        execution.setVariable(orderId.name(), orderId.value());
    }
}
