package school.chancery.yearclosing;

import java.util.UUID;

/**
 * The closing of a year can no longer be undone: what it does outside begins now. Published in the sealing transaction.
 *
 * @param nextYearId the year that the pupils have gone on into
 */
public record YearSealed(UUID closingId, UUID organizationId, UUID schoolYearId, UUID nextYearId) {}
