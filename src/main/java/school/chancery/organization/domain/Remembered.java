package school.chancery.organization.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import school.chancery.organization.Organization;
import school.chancery.organization.Requisites;

/**
 * What the present transaction has read of organizations: almost every step asks for the code or the zone of the same
 * one. Ends with the transaction, so no node goes by what another has changed since; without one nothing is remembered.
 */
final class Remembered implements TransactionSynchronization {
    private final Map<UUID, Organization> byId = new HashMap<>();
    private final Map<String, Organization> byCode = new HashMap<>();
    private final Map<UUID, Requisites> requisites = new HashMap<>();

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

    Optional<Organization> find(UUID id, Supplier<Optional<Organization>> read) {
        return known(byId.get(id), read);
    }

    Optional<Organization> find(String code, Supplier<Optional<Organization>> read) {
        return known(byCode.get(code), read);
    }

    // What is not there is asked for again: it may be entered a moment later.
    private Optional<Organization> known(@Nullable Organization known, Supplier<Optional<Organization>> read) {
        if (known != null) return Optional.of(known);
        var found = read.get();
        found.ifPresent(organization -> {
            byId.put(organization.id(), organization);
            byCode.put(organization.code(), organization);
        });
        return found;
    }

    Requisites requisites(UUID id, Supplier<Requisites> read) {
        return requisites.computeIfAbsent(id, any -> read.get());
    }
}
