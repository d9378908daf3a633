package school.chancery.workflow;

import java.util.Optional;
import java.util.UUID;

/** The running and finished cases. The only way to start a process: the engine refuses starts it was not told of. */
public interface Cases {
    /** Starts the case in the caller's transaction and returns the process instance id. */
    String start(NewCase newCase);

    /** The newest case of this process about this aggregate, running or not. */
    Optional<CaseState> find(String processKey, UUID businessKey);

    record CaseState(String processInstanceId, boolean running) {}
}
