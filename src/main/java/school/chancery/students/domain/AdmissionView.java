package school.chancery.students.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.people.GuardianCard.Kinship;
import school.chancery.people.PersonName;

/** An application for admission as it stands. */
public record AdmissionView(
        UUID id,
        UUID organizationId,
        UUID personId,
        PersonName child,
        LocalDate bornOn,
        UUID guardianPersonId,
        PersonName guardian,
        @Nullable String guardianPhone,
        Kinship kinship,
        UUID schoolYearId,
        int grade,
        LocalDate appliedOn,
        @Nullable UUID applicationId,
        boolean permission,
        LocalDate enrolFrom,
        LocalDate orderDueOn,
        AdmissionState state,
        @Nullable DropReason dropReason,
        @Nullable String reason,
        List<String> documents,
        @Nullable UUID classId,
        UUID proposedBy,
        @Nullable UUID orderId) {
    @Override
    public String toString() {
        return "AdmissionView[" + id + "]";
    }
}
