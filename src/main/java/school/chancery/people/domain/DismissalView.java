package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dismissal as it stands. */
public record DismissalView(
        UUID id,
        UUID organizationId,
        UUID staffId,
        DismissalCause cause,
        String ground,
        LocalDate lastDay,
        State state,
        UUID proposedBy,
        @Nullable UUID orderId,
        @Nullable String withdrawalGround) {
    public enum State {
        PROPOSED,
        DONE,
        DROPPED,
        WITHDRAWN
    }

    public boolean isUnderWay() {
        return state == State.PROPOSED;
    }
}
