package school.chancery.yearclosing.process;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;

/**
 * What a step hands to the one right behind it in the same transaction. Only for that: a list kept by the engine would
 * be a serialized object of Java in its tables.
 */
final class Passing {
    private Passing() {}

    static void on(DelegateExecution execution, String name, Object value) {
        execution.setVariable(name, Variables.untypedValue(value, true));
    }

    static List<String> ids(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}
