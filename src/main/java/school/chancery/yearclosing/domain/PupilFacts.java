package school.chancery.yearclosing.domain;

import org.jspecify.annotations.Nullable;

/**
 * What the outcome of a pupil's year depends on.
 *
 * @param present learns here when the year ends
 * @param unsatisfactory marks of the year that are debts
 * @param missed subjects missed for a good reason
 * @param missing subjects of the class without any mark
 * @param openDebts of earlier years, within their term
 * @param overdueDebts of earlier years, the term is over
 * @param conclusion whether the parents' choice names a conclusion of the ПМПК
 * @param enteredNext has a class of the next year already, by an order of its own
 */
public record PupilFacts(
        boolean present,
        int grade,
        int unsatisfactory,
        int missed,
        int missing,
        int openDebts,
        int overdueDebts,
        Exam exam,
        @Nullable Choice choice,
        boolean conclusion,
        boolean enteredNext) {

    /** The final examinations of grades 9 and 11. */
    public enum Exam {
        /** Nothing is entered. */
        NONE,
        NOT_ADMITTED,
        /** Admitted, results are awaited. */
        PENDING,
        FAILED,
        PASSED
    }

    /** What the parents chose, as the journal keeps it. */
    public enum Choice {
        REPEAT,
        ADAPTED_PROGRAMME,
        INDIVIDUAL_PLAN
    }

    /** The year is not passed as a whole. */
    boolean owing() {
        return unsatisfactory + missed + openDebts > 0;
    }

    boolean termOver() {
        return overdueDebts > 0;
    }

    /** The year may be repeated only by the parents' choice, when the term of a debt is over or the ПМПК advises it. */
    boolean mayRepeat() {
        return choice == Choice.REPEAT && (termOver() || conclusion);
    }

    /** Holds the certificate of the level, which nobody has who owes something of this year or an earlier one. */
    boolean certified() {
        return exam == Exam.PASSED && !owing() && !termOver();
    }
}
