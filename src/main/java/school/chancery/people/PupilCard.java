package school.chancery.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pupil as other modules see them; nothing of health, ever.
 *
 * @param fileNumber of the personal file and of the alphabet book, e.g. «В/13»
 * @param leftOn last day, null while learning
 */
public record PupilCard(
        UUID id,
        UUID personId,
        UUID organizationId,
        PersonName name,
        @Nullable LocalDate bornOn,
        String fileNumber,
        LocalDate admittedOn,
        @Nullable LocalDate leftOn) {
    public boolean learnsOn(LocalDate day) {
        return !day.isBefore(admittedOn) && (leftOn == null || !day.isAfter(leftOn));
    }
}
