package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hiring as it stands.
 *
 * @param candidate null once the order is registered or rejected: then the register says it, or nobody does
 */
public record HiringView(
        UUID id,
        UUID organizationId,
        UUID personId,
        @Nullable Candidate candidate,
        Post post,
        LocalDate firstDay,
        String ground,
        State state,
        UUID proposedBy,
        @Nullable UUID orderId,
        @Nullable UUID staffId) {
    public enum State {
        PROPOSED,
        DONE,
        DROPPED
    }

    Candidate requireCandidate() {
        return Optional.ofNullable(candidate)
                .orElseThrow(() -> new IllegalStateException("hiring " + id + " is " + state));
    }
}
