package school.chancery.students.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import school.chancery.documents.NewDocument;
import school.chancery.identity.SignedIn;
import school.chancery.people.GuardianCard.Kinship;
import school.chancery.people.PersonName;
import school.chancery.students.domain.ProposedAdmission;

record EnrolNewcomerForm(
        @NotBlank @Size(max = 100) @Nullable String family,
        @NotBlank @Size(max = 100) @Nullable String given,
        @Size(max = 100) @Nullable String patronymic,
        @NotNull @Nullable LocalDate bornOn,
        @NotNull @Nullable UUID schoolYearId,
        @NotNull @Min(1) @Max(11) @Nullable Integer grade,
        @Nullable Boolean permission,
        @NotBlank @Size(max = 100) @Nullable String guardianFamily,
        @NotBlank @Size(max = 100) @Nullable String guardianGiven,
        @Size(max = 100) @Nullable String guardianPatronymic,
        @NotNull @Nullable Kinship kinship,
        @Size(max = 30) @Nullable String guardianPhone,
        @NotNull @Nullable LocalDate appliedOn,
        @Nullable MultipartFile application,
        @NotNull @Nullable LocalDate enrolFrom) {

    /** Call on a form without faults only. */
    ProposedAdmission toProposal(SignedIn me, @Nullable String phone, @Nullable NewDocument scan) {
        return new ProposedAdmission(
                me.organizationId(),
                new PersonName(Objects.requireNonNull(family), Objects.requireNonNull(given), patronymic),
                Objects.requireNonNull(bornOn),
                new PersonName(
                        Objects.requireNonNull(guardianFamily),
                        Objects.requireNonNull(guardianGiven),
                        guardianPatronymic),
                Objects.requireNonNull(kinship),
                phone,
                Objects.requireNonNull(grade),
                Objects.requireNonNull(schoolYearId),
                Objects.requireNonNull(appliedOn),
                Boolean.TRUE.equals(permission),
                Objects.requireNonNull(enrolFrom),
                scan,
                me.accountId());
    }
}
