package school.chancery.people.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import school.chancery.ModelEngine;

/** A model about people that hangs on one order: the steps of the order are played, each other one leaves its mark. */
final class OrderedModel {
    final UUID id = UUID.randomUUID();
    final List<String> effects = new ArrayList<>();
    final ModelEngine engine;
    private final String key;
    private final Map<String, Object> variables = new HashMap<>(Map.of(
            "organization",
            "school-27",
            "caseLabel",
            "Дело",
            "initiator",
            UUID.randomUUID().toString()));

    OrderedModel(ProcessEngine engine, String key) {
        this.key = key;
        this.engine = new ModelEngine(engine);
        this.engine.mockRetries();
        mock(
                "draftOrder",
                execution -> execution.setVariable("orderId", UUID.randomUUID().toString()));
        mock("freezeOriginal", execution -> execution.setVariable("signatureKind", "SIMPLE"));
        mock("registerOrder", execution -> effects.add("registered"));
    }

    /** The step leaves the mark «mark id». */
    void marks(String delegate, String mark) {
        mock(delegate, execution -> effects.add(mark + " " + execution.getProcessBusinessKey()));
    }

    void mock(String delegate, Consumer<DelegateExecution> played) {
        engine.mock(delegate, played::accept);
    }

    ProcessInstance start(Map<String, Object> more) {
        variables.putAll(more);
        return engine.start(key, id, variables);
    }

    void issued(String decision) {
        engine.run("ServiceTask_DraftOrder");
        engine.run("ServiceTask_FreezeOriginal");
        engine.complete("UserTask_SignOrder", Map.of("signDecision", decision));
    }
}
