package school.chancery.workflow;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a module adds to the case page and to its task forms: its own view of the aggregate behind the case. */
public interface CaseSection {
    /**
     * @param processKey the model of the case
     * @param businessKey the aggregate
     * @return empty when the section has nothing to say about such a case
     */
    Optional<View> of(String processKey, UUID businessKey);

    /** @param template {@code <template> :: <fragment>} that reads {@code section} from the model */
    record View(String template, Map<String, Object> model) {}
}
