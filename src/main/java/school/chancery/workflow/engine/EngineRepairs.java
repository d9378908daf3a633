package school.chancery.workflow.engine;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.workflow.domain.Repairables;
import school.chancery.workflow.domain.Repairs;

/**
 * The repairs of emergency access, and there are no others: each only while the acting administrator's own access is
 * open, and only at what belongs to its organization. The engine's HTTP interface stays closed to everybody.
 */
@Component
public class EngineRepairs {
    private final Repairs repairs;
    private final Repairables repairables;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final EngineActor actor;

    EngineRepairs(
            Repairs repairs,
            Repairables repairables,
            ManagementService management,
            RuntimeService runtime,
            EngineActor actor) {
        this.repairs = repairs;
        this.repairables = repairables;
        this.management = management;
        this.runtime = runtime;
        this.actor = actor;
    }

    /** What became of it. */
    public enum Outcome {
        DONE,
        /** The access is not open, or not this administrator's. */
        CLOSED,
        /** No such thing in that organization. */
        NOT_THERE
    }

    /** Tries a failed step once more. */
    @Transactional
    public Outcome retry(UUID windowId, String jobId) {
        return repair(
                windowId,
                "workflow.job-retried",
                "job",
                jobId,
                repairables::job,
                id -> management.setJobRetries(id, 1));
    }

    @Transactional
    public Outcome suspend(UUID windowId, String instanceId) {
        return repair(
                windowId,
                "workflow.instance-suspended",
                "instance",
                instanceId,
                repairables::instance,
                runtime::suspendProcessInstanceById);
    }

    @Transactional
    public Outcome activate(UUID windowId, String instanceId) {
        return repair(
                windowId,
                "workflow.instance-activated",
                "instance",
                instanceId,
                repairables::instance,
                runtime::activateProcessInstanceById);
    }

    private Outcome repair(
            UUID windowId,
            String action,
            String thing,
            String id,
            BiFunction<UUID, String, Optional<String>> look,
            Consumer<String> act) {
        var window = repairs.hold(windowId);
        if (window.isEmpty()) return Outcome.CLOSED;
        if (look.apply(window.get().organizationId(), id).isEmpty()) return Outcome.NOT_THERE;
        repairs.note(action, window.get(), thing, id);
        actor.asProduct(() -> act.accept(id));
        return Outcome.DONE;
    }
}
