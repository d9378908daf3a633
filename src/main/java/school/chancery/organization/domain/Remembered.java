package school.chancery.organization.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import school.chancery.organization.Organization;
import school.chancery.organization.Requisites;

/**
 * What the present transaction has read of organizations: almost every step asks for the code or the zone of the same
 * one. Ends with the transaction, so no node goes by what another has changed since; without one nothing is remembered.
 */
final class Remembered implements TransactionSynchronization {
    private final Map<Object, Known> byIdAndCode = new HashMap<>();

    private Remembered() {}

    // One that is suspended takes its synchronizations with it: a transaction inside another has a memory of its own.
    static Remembered here() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return new Remembered();
        for (var each : TransactionSynchronizationManager.getSynchronizations())
            if (each instanceof Remembered there) return there;
        var begun = new Remembered();
        TransactionSynchronizationManager.registerSynchronization(begun);
        return begun;
    }

    /** By id or by code. What is not there is asked for again: it may be entered a moment later. */
    Optional<Known> find(Object key, Supplier<List<Known>> read) {
        if (!byIdAndCode.containsKey(key)) read.get().forEach(this::keep);
        return Optional.ofNullable(byIdAndCode.get(key));
    }

    private void keep(Known known) {
        byIdAndCode.put(known.organization().id(), known);
        byIdAndCode.put(known.organization().code(), known);
    }

    /** This transaction has changed what it had read. */
    void forget() {
        byIdAndCode.clear();
    }

    /** One row. */
    record Known(Organization organization, Requisites requisites) {}
}
