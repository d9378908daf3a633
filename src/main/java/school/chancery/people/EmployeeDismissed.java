package school.chancery.people;

import java.time.LocalDate;
import java.util.UUID;

/** An employee was dismissed; the last working day is {@code on}. */
public record EmployeeDismissed(UUID staffId, UUID personId, UUID organizationId, LocalDate on) {}
