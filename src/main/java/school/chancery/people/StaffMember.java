package school.chancery.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An employee as other modules see them.
 *
 * @param personId the person, the same in every organization
 * @param teachesInformatics among the subjects is informatics (S0 1.1)
 */
public record StaffMember(
        UUID id,
        UUID personId,
        UUID organizationId,
        PersonName name,
        String position,
        Category category,
        Education education,
        boolean managementExperience,
        boolean teachesInformatics,
        LocalDate hiredOn,
        @Nullable LocalDate dismissedOn) {
    public enum Category {
        HEAD,
        DEPUTY,
        PEDAGOGUE,
        SUPPORT
    }

    public enum Education {
        SECONDARY,
        VOCATIONAL,
        HIGHER
    }

    public boolean employedOn(LocalDate day) {
        return !day.isBefore(hiredOn) && (dismissedOn == null || !day.isAfter(dismissedOn));
    }
}
