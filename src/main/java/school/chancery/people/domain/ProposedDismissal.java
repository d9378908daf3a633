package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Whom somebody wants dismissed.
 *
 * @param ground the paper behind it, in words («заявление работника от …»)
 * @param by account of whoever proposes
 */
public record ProposedDismissal(
        UUID organizationId, UUID staffId, DismissalCause cause, String ground, LocalDate lastDay, UUID by) {}
