package school.chancery.organization;

import java.util.List;
import java.util.UUID;

/** Quarters, trimesters and half-years; grades may differ. Groups and associations have none. */
public interface Terms {
    /** The terms of one grade, in the order of the year; empty while nobody set them. */
    List<Term> of(UUID schoolYearId, int grade);

    /** The terms of all grades, by grade and number. */
    List<Term> ofYear(UUID schoolYearId);

    /**
     * Divides the year for the grades of the plan, in place of the plan for exactly these grades; terms that only move
     * keep their ids. Audited; refused when it meets the plan of other grades halfway or its dates do not fit.
     *
     * @param version of the school year, which each change of its terms raises
     */
    Outcome plan(UUID schoolYearId, long version, TermPlan plan);

    /** Takes the plan of exactly these grades away. */
    Outcome withdraw(UUID schoolYearId, long version, int gradeFrom, int gradeTo);
}
