package school.chancery.students.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.documents.NewDocument;
import school.chancery.people.GuardianCard.Kinship;
import school.chancery.people.PersonName;

/**
 * Whom parents want admitted.
 *
 * @param permission the founder permits an age that the law does not foresee for the first grade
 * @param enrolFrom first day at school
 */
public record ProposedAdmission(
        UUID organizationId,
        PersonName child,
        LocalDate bornOn,
        PersonName guardian,
        @Nullable UUID guardianPersonId,
        Kinship kinship,
        @Nullable String guardianPhone,
        int grade,
        UUID schoolYearId,
        LocalDate appliedOn,
        boolean permission,
        LocalDate enrolFrom,
        @Nullable NewDocument application,
        UUID by) {
    @Override
    public String toString() {
        return "ProposedAdmission[" + grade + "]";
    }
}
