package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A hiring as it was asked for.
 *
 * @param known the candidate is somebody of the register
 * @param ground the labour contract, in words
 * @param by account of whoever proposes
 */
public record ProposedHiring(
        UUID organizationId,
        Candidate candidate,
        boolean known,
        Post post,
        LocalDate firstDay,
        String ground,
        UUID by) {}
