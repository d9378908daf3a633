package school.chancery.workflow.engine;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;

/** Which step of a model waits for which message, by their names. */
final class Receivers {
    private Receivers() {}

    static Map<String, String> in(BpmnModelInstance model) {
        var receivers = new HashMap<String, String>();
        for (var definition : model.getModelElementsByType(MessageEventDefinition.class))
            if (definition.getParentElement() instanceof CatchEvent event && event.getName() != null)
                receivers.putIfAbsent(definition.getMessage().getName(), event.getName());
        for (var task : model.getModelElementsByType(ReceiveTask.class))
            if (task.getMessage() != null && task.getName() != null)
                receivers.putIfAbsent(task.getMessage().getName(), task.getName());
        return receivers;
    }
}
