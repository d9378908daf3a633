package school.chancery.students;

import java.util.UUID;

/**
 * The pupils of a school have gone on into the next year, or were taken back. Published once for all of them, in the
 * transaction that moved them.
 *
 * @param setId names the pupils in {@code students.roll_plans}
 */
public record YearRolled(UUID setId, UUID organizationId, UUID schoolYearId, UUID nextYearId, boolean takenBack) {}
