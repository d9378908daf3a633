package school.chancery.yearclosing.domain;

/** What is looked at before a year is closed; the words are {@code yearclosing.check.<NAME>}. */
public enum Check {
    /** A subject of the class has no mark of the year. */
    MARK_MISSING(Severity.MUST),
    /** Nobody has said what the class is marked in: everybody would go on without a mark. */
    SUBJECTS_MISSING(Severity.MUST),
    /** Grade 9 or 11 without a word on the final examinations. */
    EXAMS_MISSING(Severity.MUST),
    /** In a class of another school in the coming year. */
    ENROLLED_ELSEWHERE(Severity.MUST),
    /** A transfer is under way. */
    TRANSFER_OPEN(Severity.EXPLAIN),
    /** The term of a debt is over and the parents have chosen nothing. */
    CHOICE_MISSING(Severity.EXPLAIN),
    /** A pupil of the school who was in no class the whole year: not counted. */
    NEVER_IN_CLASS(Severity.EXPLAIN),
    /** Left the class before the year ended, yet still stands as a pupil. */
    LEFT_BUT_LISTED(Severity.EXPLAIN),
    CLASS_TEACHER_MISSING(Severity.HINT),
    /** Has been in several classes of the year: counted in the last one. */
    SEVERAL_STAYS(Severity.HINT),
    /** Has a class of the next year already: not entered a second time. */
    ENTERED_ALREADY(Severity.HINT);

    private final Severity severity;

    Check(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    public enum Severity {
        /** Holds the closing up. */
        MUST,
        /** Needs a written reason. */
        EXPLAIN,
        HINT
    }
}
