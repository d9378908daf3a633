package school.chancery.students;

/** What became of a change of enrolments. */
public sealed interface EnrollmentAnswer {
    record Done() implements EnrollmentAnswer {}

    /** Nothing was changed. */
    record Refused(Reason reason) implements EnrollmentAnswer {}

    /** The sentences are {@code students.refused.<NAME>}. */
    enum Reason {
        /** In a class on one of these days already. */
        ELSEWHERE,
        NOT_IN_A_CLASS,
        SAME_CLASS,
        /** The class is of a year that does not have the day. */
        OTHER_YEAR,
        /** Later than what is known of the pupil: a stay that begins after the day is in the way. */
        BEFORE_ENTRY,
        UNKNOWN_CLASS,
        /** The outcomes of the year are settled: nobody comes into it any more. */
        YEAR_CLOSED
    }
}
