package school.chancery.journal;

/** What became of marks that were to be entered. */
public sealed interface MarksAnswer {
    /** @param changed marks that were not the same before */
    record Done(int changed) implements MarksAnswer {}

    /** Nothing was changed. */
    record Refused(Reason reason) implements MarksAnswer {}

    /** The sentences are {@code journal.refused.<NAME>}. */
    enum Reason {
        /** Marks of a closed year stand. */
        YEAR_CLOSED,
        /** Somebody is no pupil of a class of the year, or the class is not marked in the subject. */
        NOT_IN_THE_PLAN
    }
}
