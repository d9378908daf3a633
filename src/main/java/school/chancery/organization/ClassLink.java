package school.chancery.organization;

import java.util.UUID;

/** Pupils of one class go on in the other one, in the following year. */
public record ClassLink(UUID fromClassId, UUID toClassId) {}
