package school.chancery.workflow.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Adapter to the engine's parser: refuses a model that brings code of its own, wherever in it. No scripts, no classes by
 * name (listeners and timers included), no connectors, no external workers, no tenant of its own.
 */
class ModelRules extends AbstractBpmnParseListener {
    private static final Set<String> FORBIDDEN_ELEMENTS = Set.of("script", "scriptTask", "connector", "entry");
    private static final Set<String> FORBIDDEN_ATTRIBUTES = Set.of("class", "resource", "topic", "type");

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        check(root);
    }

    private static void check(Element element) {
        if (FORBIDDEN_ELEMENTS.contains(element.getTagName())) refuse(element, element.getTagName());
        if (element.attribute("language") != null) refuse(element, "language");
        for (var name : FORBIDDEN_ATTRIBUTES) {
            if (element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, name) != null) refuse(element, name);
        }
        // Listeners and fields are extension elements: there the same attributes stand without a namespace.
        if (isExtension(element) && (element.attribute("class") != null || element.attribute("scriptFormat") != null))
            refuse(element, "class");
        element.elements().forEach(ModelRules::check);
    }

    private static boolean isExtension(Element element) {
        return element.getUri() != null && element.getUri().contains("camunda.org/schema");
    }

    private static void refuse(Element element, String what) {
        throw new ProcessEngineException("A model may not contain '%s' (line %d): code lives in the product's delegates"
                .formatted(what, element.getLine()));
    }
}
