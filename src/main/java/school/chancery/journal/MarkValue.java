package school.chancery.journal;

import java.util.Set;

/** What may stand for a subject at the end of the year; the short forms are {@code journal.mark.<NAME>}. */
public enum MarkValue {
    FIVE,
    FOUR,
    THREE,
    TWO,
    CREDIT,
    NO_CREDIT,
    /** Missed the assessment without good reason: a debt, like an unsatisfactory mark (ст. 58). */
    NOT_ATTESTED,
    /** Missed for a good reason: no debt, but the year is not passed yet. */
    NOT_ATTESTED_GOOD_REASON,
    EXEMPT;

    private static final Set<MarkValue> UNSATISFACTORY = Set.of(TWO, NO_CREDIT, NOT_ATTESTED);

    public boolean isUnsatisfactory() {
        return UNSATISFACTORY.contains(this);
    }

    /** Whether the subject is mastered, or asked of nobody. */
    public boolean isPassed() {
        return !isUnsatisfactory() && this != NOT_ATTESTED_GOOD_REASON;
    }
}
