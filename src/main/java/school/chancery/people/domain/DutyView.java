package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A duty as it stands.
 *
 * @param endedOn its last day when it ended before its date
 * @param endGround by which order or paper it ended
 */
public record DutyView(
        UUID id,
        ProposedDuty proposed,
        State state,
        @Nullable UUID orderId,
        @Nullable LocalDate endedOn,
        @Nullable String endGround) {
    public enum State {
        PROPOSED,
        DONE,
        DROPPED,
        ENDED
    }

    /** In force or to come, and one that may end by itself: classes go on to another teacher. */
    public boolean mayEnd(LocalDate today) {
        return state == State.DONE
                && proposed.kind() != DutyKind.CLASS_TEACHERS
                && (proposed.to() == null || !proposed.to().isBefore(today));
    }
}
