package school.chancery.people.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A duty as it stands. */
public record DutyView(
        UUID id,
        ProposedDuty proposed,
        State state,
        @Nullable UUID orderId) {
    public enum State {
        PROPOSED,
        DONE,
        DROPPED
    }
}
