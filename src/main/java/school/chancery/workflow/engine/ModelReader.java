package school.chancery.workflow.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deployed models as people read them. A definition never changes, so each is read once. */
@Component
public class ModelReader {
    private final RepositoryService repository;
    private final EngineActor actor;
    private final Map<String, DrawnModel> read = new ConcurrentHashMap<>();

    ModelReader(RepositoryService repository, EngineActor actor) {
        this.repository = repository;
        this.actor = actor;
    }

    public DrawnModel model(String definitionId) {
        return read.computeIfAbsent(definitionId, this::load);
    }

    // As the product: names of steps are no secret, and not everybody may read definitions.
    private DrawnModel load(String definitionId) {
        return new DrawnModel(actor.asProduct(() -> repository.getBpmnModelInstance(definitionId)));
    }

    /** The newest model of each process, by its key. */
    public Map<String, DrawnModel> latest() {
        return actor
                .asProduct(() -> repository
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .list())
                .stream()
                .collect(Collectors.toMap(ProcessDefinition::getKey, definition -> model(definition.getId())));
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
        return model(definitionId)
                .element(elementId)
                .map(DrawnModel.Element::name)
                .orElse(elementId);
    }

    /** Path of the task's page, as the model has it. */
    public Optional<String> formKey(String definitionId, String taskKey) {
        return model(definitionId).element(taskKey).map(DrawnModel.Element::formKey);
    }
}
