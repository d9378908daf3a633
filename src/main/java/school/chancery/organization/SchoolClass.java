package school.chancery.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A class, group or association in one school year.
 *
 * @param grade 1–11 of a class, null of all others
 * @param letter of a class, null when the grade has only one
 * @param label unique in the year: {@code 5А}, or the group's name
 * @param profile what it is taught by: «технологический»; null for the ordinary one
 * @param capacity how many it takes; null when nobody set it
 * @param closedOn first day without the class; null of one that is open
 * @param referenceSize pupils on 20 September; null until it is taken
 */
public record SchoolClass(
        UUID id,
        UUID organizationId,
        UUID schoolYearId,
        ClassKind kind,
        @Nullable Integer grade,
        @Nullable String letter,
        String label,
        @Nullable String profile,
        @Nullable Integer capacity,
        @Nullable Integer referenceSize,
        @Nullable LocalDate closedOn,
        long version) {
    public boolean isOpenOn(LocalDate day) {
        return closedOn == null || day.isBefore(closedOn);
    }
}
