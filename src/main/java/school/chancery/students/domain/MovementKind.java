package school.chancery.students.domain;

import org.jspecify.annotations.Nullable;

/** What a line of the movement book tells; the words are {@code students.movement.<KIND>}. */
public enum MovementKind {
    /** Came for the first time. */
    ENROLMENT,
    /** Came from another organization. */
    ARRIVAL,
    CLASS_CHANGE,
    /** Left for another organization. */
    WITHDRAWAL,
    /** Left, not for an organization that is known. */
    DEPARTURE,
    CORRECTION,
    PROMOTION,
    CONDITIONAL_PROMOTION,
    REPETITION,
    /** The level was not completed; the pupil stays. */
    RETENTION,
    GRADUATION,
    /** Left with a statement instead of a certificate. */
    LEAVING,
    /** Stays in the class, by an adapted programme or a plan of their own. */
    PROGRAMME_CHANGE,
    /** Takes a line back that an undone closing of the year had written. */
    REVERSAL;

    static MovementKind of(boolean came, boolean left, @Nullable String otherOrganization) {
        if (came && left) return CLASS_CHANGE;
        if (came) return otherOrganization == null ? ENROLMENT : ARRIVAL;
        return otherOrganization == null ? DEPARTURE : WITHDRAWAL;
    }
}
