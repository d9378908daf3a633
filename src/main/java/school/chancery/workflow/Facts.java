package school.chancery.workflow;

import java.util.List;
import java.util.UUID;

/**
 * Facts that one case, or a change of the register, tells another case. A fact is stored in the caller's transaction
 * and delivered by a retried job afterwards: early, late or twice, it does no harm.
 */
public interface Facts {
    /**
     * Tells a running case.
     *
     * @param message name of the BPMN message, {@code <module>.<fact>}
     * @param businessKey the receiving case's aggregate
     * @param factId what makes the fact unique (the mail's id, the order's id): told twice, delivered once
     */
    void tell(
            String message, UUID organizationId, UUID businessKey, UUID factId, List<ProcessVariable.Value> variables);

    /** Starts a case by a message start event, once per (message, aggregate). */
    void start(String message, NewCase newCase);
}
