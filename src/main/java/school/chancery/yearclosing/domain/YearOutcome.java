package school.chancery.yearclosing.domain;

import org.jspecify.annotations.Nullable;
import school.chancery.orders.OrderKinds;

/** What became of the year for a pupil; the words are {@code yearclosing.outcome.<NAME>}. */
public enum YearOutcome {
    PROMOTED("PROMOTION", OrderKinds.YEAR_PROMOTION, 1),
    /** With debts, to be made good within a year. */
    CONDITIONAL("CONDITIONAL_PROMOTION", OrderKinds.YEAR_PROMOTION, 1),
    REPEATS("REPETITION", OrderKinds.YEAR_REPEAT, 0),
    /** Grade 4 or 9 without what the next level asks for: stays, until the debts are made good or the parents choose. */
    LEVEL_NOT_COMPLETED("RETENTION", OrderKinds.YEAR_OTHER, 0),
    GRADUATED("GRADUATION", OrderKinds.YEAR_GRADUATION, null),
    /** Grade 9 with the certificate, and on into grade 10 of this school. */
    GRADUATED_GOES_ON("GRADUATION", OrderKinds.YEAR_GRADUATION, 1),
    /** Grade 11 without a certificate. */
    LEFT_WITH_STATEMENT("LEAVING", OrderKinds.YEAR_OTHER, null),
    /** Was gone before the year ended, by an order of its own. */
    WITHDRAWN(null, null, null);

    private final @Nullable String movement;
    private final @Nullable String order;
    private final @Nullable Integer step;

    YearOutcome(@Nullable String movement, @Nullable String order, @Nullable Integer step) {
        this.movement = movement;
        this.order = order;
        this.step = step;
    }

    /** Kind of the line in the movement book; null when the closing moves nobody. */
    public @Nullable String movement() {
        return movement;
    }

    /** Kind of the order that makes it a fact; null when another order did. */
    public @Nullable String order() {
        return order;
    }

    /** How many grades further the next class is; null when there is none. */
    public @Nullable Integer step() {
        return step;
    }

    public boolean leaves() {
        return this == GRADUATED || this == LEFT_WITH_STATEMENT;
    }

    /** Whether a class of the next year must be named; a pupil of grade 9 may wait for the retake without one. */
    public boolean needsClass(int grade) {
        return step != null && !(this == LEVEL_NOT_COMPLETED && grade == OutcomeRule.BASIC_LEVEL);
    }
}
