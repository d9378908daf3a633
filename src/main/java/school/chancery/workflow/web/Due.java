package school.chancery.workflow.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A term as people read it, in the organization's days.
 *
 * @param days to the end of the term, or since it
 */
record Due(ZonedDateTime at, State state, long days) {
    enum State {
        LATE,
        LATE_TODAY,
        TODAY,
        TOMORROW,
        AHEAD
    }

    /** Null for a task without a term. */
    static @Nullable Due of(@Nullable Instant due, Instant now, ZoneId zone) {
        if (due == null) return null;
        var days = ChronoUnit.DAYS.between(
                now.atZone(zone).toLocalDate(), due.atZone(zone).toLocalDate());
        return new Due(due.atZone(zone), state(due.isBefore(now), days), Math.abs(days));
    }

    private static State state(boolean late, long days) {
        if (late) return days == 0 ? State.LATE_TODAY : State.LATE;
        if (days == 0) return State.TODAY;
        return days == 1 ? State.TOMORROW : State.AHEAD;
    }

    public boolean isLate() {
        return state == State.LATE || state == State.LATE_TODAY;
    }

    public boolean isClose() {
        return state == State.TODAY || state == State.TOMORROW;
    }
}
