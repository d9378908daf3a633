package school.chancery.platform.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as it stands.
 *
 * @param joined the employee is a member of the platform already, by the word of whoever proposed them
 * @param effectiveOn the day from which the order appoints
 * @param grantedOn the day from which the role exists: not before the order was registered
 */
public record AppointmentView(
        UUID id,
        UUID organizationId,
        UUID platformId,
        UUID staffId,
        UUID personId,
        AppointmentKind kind,
        boolean joined,
        LocalDate effectiveOn,
        String ground,
        @Nullable UUID replacesId,
        AppointmentState state,
        UUID proposedBy,
        @Nullable UUID orderId,
        @Nullable UUID accountId,
        @Nullable LocalDate grantedOn,
        @Nullable LocalDate endedOn) {
    public boolean isActive() {
        return state == AppointmentState.ACTIVE;
    }
}
