package school.chancery.yearclosing.domain.debts;

/** What the debts of a case have come to. */
public enum DebtOutcome {
    /** Every one was made good. */
    CLEARED,
    /** The clock stood still in between: there is time left. */
    OPEN,
    /** One at least could not be made good in its term. */
    TERM_OVER
}
