package school.chancery.journal;

/** What became of an attempt that was to be scheduled or recorded. */
public sealed interface AttemptAnswer {
    /** @param number which of the two */
    record Scheduled(int number) implements AttemptAnswer {}

    /**
     * @param debt what the debt is now
     * @param again whether the same attempt has to be scheduled anew
     */
    record Recorded(Debt.State debt, boolean again) implements AttemptAnswer {}

    /** Nothing was changed. */
    record Refused(Reason reason) implements AttemptAnswer {}

    /** The sentences are {@code journal.refused.<NAME>}. */
    enum Reason {
        DEBT_ENDED,
        ATTEMPTS_USED_UP,
        BEFORE_DEBT,
        AFTER_TERM,
        IN_PAUSE,
        BEFORE_FIRST,
        COMMISSION_MISSING,
        COMMISSION_UNREGISTERED,
        NOT_SCHEDULED,
        NOT_HELD_YET
    }
}
