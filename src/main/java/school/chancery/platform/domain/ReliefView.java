package school.chancery.platform.domain;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A relief as it stands.
 *
 * @param effectiveOn first day without the role
 */
public record ReliefView(
        UUID id,
        UUID organizationId,
        UUID appointmentId,
        ReliefCause cause,
        String ground,
        LocalDate effectiveOn,
        ReliefState state,
        UUID proposedBy) {}
