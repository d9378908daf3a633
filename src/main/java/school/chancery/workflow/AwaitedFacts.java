package school.chancery.workflow;

import java.util.Set;
import java.util.UUID;

/**
 * Whether a case still waits for a fact. Asked of the module that owns the case when a fact does not reach it although it
 * runs: one that is awaited no more, because the case has gone on without it, is laid aside; any other comes again.
 */
public interface AwaitedFacts {
    /** Names of the BPMN messages it can tell of. */
    Set<String> messages();

    boolean isAwaited(String message, UUID businessKey, UUID factId);
}
