package school.chancery.workflow.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tasks that the present transaction keeps from others: nobody else changes them, so they need not be read again. */
final class HeldTasks implements TransactionSynchronization {
    private final Map<String, TaskRow> rows = new HashMap<>();
    private final Map<String, UUID> deciders = new HashMap<>();

    private HeldTasks() {}

    static HeldTasks here() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return new HeldTasks();
        for (var each : TransactionSynchronizationManager.getSynchronizations())
            if (each instanceof HeldTasks there) return there;
        var begun = new HeldTasks();
        TransactionSynchronizationManager.registerSynchronization(begun);
        return begun;
    }

    Optional<TaskRow> find(String taskId) {
        return Optional.ofNullable(rows.get(taskId));
    }

    TaskRow hold(TaskRow row) {
        rows.put(row.id(), row);
        return row;
    }

    /** The decision was written by this transaction. */
    void decided(String taskId, UUID accountId) {
        deciders.put(taskId, accountId);
    }

    Optional<UUID> deciderOf(String taskId) {
        return Optional.ofNullable(deciders.get(taskId));
    }

    void letGo(String taskId) {
        rows.remove(taskId);
    }
}
