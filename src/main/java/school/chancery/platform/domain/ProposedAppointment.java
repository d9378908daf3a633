package school.chancery.platform.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody wants appointed.
 *
 * @param ground why, in words («п. 1.1 приказа управления образования …»)
 * @param replacesId appointment in force that ends the moment this one begins
 * @param by account of whoever proposes
 */
public record ProposedAppointment(
        UUID organizationId,
        UUID platformId,
        UUID staffId,
        AppointmentKind kind,
        boolean joined,
        LocalDate effectiveOn,
        String ground,
        @Nullable UUID replacesId,
        UUID by) {}
