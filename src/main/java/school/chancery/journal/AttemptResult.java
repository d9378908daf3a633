package school.chancery.journal;

import java.util.Set;

/** What an attempt to make a debt good brought; the words are {@code journal.attempt.<NAME>}. */
public enum AttemptResult {
    FIVE,
    FOUR,
    THREE,
    TWO,
    CREDIT,
    NO_CREDIT,
    /** Did not come and had no reason: the attempt is used up. */
    MISSED,
    /** Did not come for a good reason: the attempt does not count and is scheduled anew. */
    MISSED_GOOD_REASON;

    private static final Set<AttemptResult> PASSED = Set.of(FIVE, FOUR, THREE, CREDIT);

    public boolean isPassed() {
        return PASSED.contains(this);
    }

    /** Whether it uses up one of the two attempts of the law. */
    public boolean counts() {
        return this != MISSED_GOOD_REASON;
    }
}
