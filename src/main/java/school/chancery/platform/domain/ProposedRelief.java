package school.chancery.platform.domain;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Whom somebody wants relieved.
 *
 * @param effectiveOn first day without the role
 * @param by account of whoever proposes
 */
public record ProposedRelief(
        UUID organizationId, UUID appointmentId, ReliefCause cause, String ground, LocalDate effectiveOn, UUID by) {}
