package school.chancery.orders.process;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import school.chancery.orders.OrderDraftSource;
import school.chancery.orders.Orders;

/** Drafts the order that a calling process needs; asked again, finds it. */
@Component
class DraftOrder implements JavaDelegate {
    private final Orders orders;
    private final ObjectProvider<OrderDraftSource> sources;

    DraftOrder(Orders orders, ObjectProvider<OrderDraftSource> sources) {
        this.orders = orders;
        this.sources = sources;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var draft = source(execution).draftFor(UUID.fromString(execution.getProcessBusinessKey()));
        var orderId = IssueOrderProcess.ORDER_ID.with(orders.draft(draft));
        execution.setVariable(orderId.name(), orderId.value());
    }

    private OrderDraftSource source(DelegateExecution execution) {
        var key = execution
                .getProcessEngineServices()
                .getRepositoryService()
                .getProcessDefinition(execution.getProcessDefinitionId())
                .getKey();
        Map<String, OrderDraftSource> byKey =
                sources.stream().collect(Collectors.toMap(OrderDraftSource::processKey, Function.identity()));
        if (!byKey.containsKey(key)) throw new IllegalStateException("no order is drafted for process " + key);
        return byKey.get(key);
    }
}
