package school.chancery.workflow.engine;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the drawn model says to people: names of steps, answers at gateways, what may come next. */
@Component
public class ModelReader {
    private final RepositoryService repository;
    private final EngineActor actor;

    ModelReader(RepositoryService repository, EngineActor actor) {
        this.repository = repository;
        this.actor = actor;
    }

    public String processName(String definitionId) {
        return model(definitionId).getModelElementsByType(Process.class).stream()
                .map(Process::getName)
                .findFirst()
                .orElse("");
    }

    /** Name of the process in the newest model; the key when there is none. */
    public String latestName(String processKey) {
        return latest(processKey).map(ProcessDefinition::getName).orElse(processKey);
    }

    /** Name of a step in the newest model; null when there is none. */
    public @Nullable String latestElementName(String processKey, @Nullable String elementId) {
        if (elementId == null) return null;
        return latest(processKey)
                .map(definition -> elementName(definition.getId(), elementId))
                .orElse(null);
    }

    private Optional<ProcessDefinition> latest(String processKey) {
        return Optional.ofNullable(actor.asProduct(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .latestVersion()
                .singleResult()));
    }

    public String elementName(String definitionId, String elementId) {
        return element(definitionId, elementId, FlowElement.class)
                .map(FlowElement::getName)
                .orElse(elementId);
    }

    /** Path of the task's page, as the model has it. */
    public Optional<String> formKey(String definitionId, String taskKey) {
        return element(definitionId, taskKey, UserTask.class).map(UserTask::getCamundaFormKey);
    }

    /** How the model calls a decision made in a task («подписан»): the name of the flow it opens. */
    public Optional<String> answer(String definitionId, String taskKey, String decision) {
        return element(definitionId, taskKey, UserTask.class).stream()
                .flatMap(task -> task.getSucceedingNodes().list().stream())
                .flatMap(gateway -> gateway.getOutgoing().stream())
                .filter(flow -> flow.getName() != null && isOpenedBy(flow, decision))
                .map(SequenceFlow::getName)
                .findFirst();
    }

    private static boolean isOpenedBy(SequenceFlow flow, String decision) {
        var condition = flow.getConditionExpression();
        return condition != null && condition.getTextContent().contains("'" + decision + "'");
    }

    /** Tasks and called processes that may come next after these steps, nearest first. */
    public List<String> next(String definitionId, Collection<String> present) {
        var model = model(definitionId);
        var seen = new HashSet<String>();
        var names = new LinkedHashSet<String>();
        var open = new ArrayDeque<FlowNode>();
        for (var id : present) {
            if (model.getModelElementById(id) instanceof FlowNode node) open.addAll(after(node));
        }
        while (!open.isEmpty()) {
            var node = open.poll();
            if (!seen.add(node.getId())) continue;
            if (node instanceof UserTask || node instanceof CallActivity) names.add(node.getName());
            else open.addAll(after(node));
        }
        return List.copyOf(names);
    }

    private static List<FlowNode> after(FlowNode node) {
        return node.getSucceedingNodes().list();
    }

    private <T extends FlowElement> Optional<T> element(String definitionId, String elementId, Class<T> type) {
        return Optional.ofNullable(model(definitionId).getModelElementById(elementId))
                .filter(type::isInstance)
                .map(type::cast);
    }

    // Cached by the engine. As the product: names of steps are no secret, and not everybody may read definitions.
    private BpmnModelInstance model(String definitionId) {
        return actor.asProduct(() -> repository.getBpmnModelInstance(definitionId));
    }
}
