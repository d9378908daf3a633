package school.chancery.organization;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is taught in an organization. */
public interface Subjects {
    /** All, by name; those not taught any more last. */
    List<Subject> of(UUID organizationId);

    Optional<Subject> find(UUID id);

    Optional<Subject> byCode(UUID organizationId, String code);

    /** The code is found by the product: that of the federal programmes, or the name in Latin letters. Audited. */
    Outcome add(UUID organizationId, String name, String shortName);

    Outcome rename(UUID id, long version, String name, String shortName);

    /** No longer taught; offered nowhere, kept wherever it stands. */
    Outcome retire(UUID id, long version);

    /** Taught again. */
    Outcome restore(UUID id, long version);

    /** The code a subject of this name would get: that of the federal programmes, or the name in Latin letters. */
    String codeFor(String name);

    /** Adds the subjects of the federal programmes that are not there yet; returns how many. */
    int addUsual(UUID organizationId);
}
