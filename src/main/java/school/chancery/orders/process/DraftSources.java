package school.chancery.orders.process;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import school.chancery.orders.OrderDraftSource;

/** Who drafts the order that a calling process needs: found by the key of the process. */
@Component
class DraftSources {
    private final ObjectProvider<OrderDraftSource> sources;

    DraftSources(ObjectProvider<OrderDraftSource> sources) {
        this.sources = sources;
    }

    OrderDraftSource of(DelegateExecution execution) {
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
