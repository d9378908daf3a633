package school.chancery.journal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subject of a year that a pupil has still to make good.
 *
 * @param schoolYearId the year it arose in
 * @param dueOn the last day of its term: a year later, and by every day of a pause more
 * @param endedOn when it stopped being open
 */
public record Debt(
        UUID id,
        UUID organizationId,
        UUID pupilId,
        UUID schoolYearId,
        UUID subjectId,
        Ground ground,
        LocalDate arisenOn,
        LocalDate dueOn,
        State state,
        @Nullable LocalDate endedOn) {
    /** The words are {@code journal.debt.ground.<NAME>}. */
    public enum Ground {
        UNSATISFACTORY,
        MISSED,
        /** No debt by the law; made good in the same way. */
        MISSED_GOOD_REASON
    }

    /** The words are {@code journal.debt.state.<NAME>}. */
    public enum State {
        OPEN,
        CLEARED,
        /** The year is over, or both attempts are used up. */
        TERM_OVER,
        /** By what the parents chose. */
        SETTLED,
        /** The pupil took it along to another school. */
        LEFT
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public boolean isOver(LocalDate today) {
        return today.isAfter(dueOn);
    }
}
