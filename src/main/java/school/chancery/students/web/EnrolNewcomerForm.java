package school.chancery.students.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import school.chancery.documents.NewDocument;
import school.chancery.identity.SignedIn;
import school.chancery.people.GuardianCard.Kinship;
import school.chancery.people.PersonName;
import school.chancery.students.domain.ProposedAdmission;

/** @param guardianPerson {@code NEW}, the id of somebody of the register, or nothing before anybody was asked */
record EnrolNewcomerForm(
        @NotBlank @Pattern(regexp = PersonName.PART, message = "{students.refused.name}") @Size(max = 100) @Nullable
        String family,

        @NotBlank @Pattern(regexp = PersonName.PART, message = "{students.refused.name}") @Size(max = 100) @Nullable
        String given,

        @Pattern(regexp = PersonName.PART, message = "{students.refused.name}") @Size(max = 100) @Nullable
        String patronymic,

        @NotNull @Nullable LocalDate bornOn,
        @NotNull @Nullable UUID schoolYearId,
        @NotNull @Min(1) @Max(11) @Nullable Integer grade,
        @Nullable Boolean permission,

        @NotBlank @Pattern(regexp = PersonName.PART, message = "{students.refused.name}") @Size(max = 100) @Nullable
        String guardianFamily,

        @NotBlank @Pattern(regexp = PersonName.PART, message = "{students.refused.name}") @Size(max = 100) @Nullable
        String guardianGiven,

        @Pattern(regexp = PersonName.PART, message = "{students.refused.name}") @Size(max = 100) @Nullable
        String guardianPatronymic,

        @Nullable String guardianPerson,
        @NotNull @Nullable Kinship kinship,
        @Size(max = 30) @Nullable String guardianPhone,
        @NotNull @Nullable LocalDate appliedOn,
        @Nullable MultipartFile application,
        @NotNull @Nullable LocalDate enrolFrom) {
    static final String NEW = "NEW";

    static EnrolNewcomerForm from(@Nullable UUID year, LocalDate today) {
        return new EnrolNewcomerForm(
                null,
                null,
                null,
                null,
                year,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                today,
                null,
                today.plusDays(1));
    }

    PersonName guardian() {
        return new PersonName(
                Objects.requireNonNull(guardianFamily), Objects.requireNonNull(guardianGiven), guardianPatronymic);
    }

    boolean isGuardianNew() {
        return NEW.equals(guardianPerson);
    }

    /** Whom the register has already; believed only of somebody who was offered. */
    Optional<UUID> knownGuardian() {
        try {
            return Optional.ofNullable(guardianPerson)
                    .filter(chosen -> !isGuardianNew())
                    .map(UUID::fromString);
        } catch (IllegalArgumentException madeUp) {
            return Optional.empty();
        }
    }

    /** Call on a form without faults only. */
    ProposedAdmission toProposal(SignedIn me, @Nullable String phone, @Nullable NewDocument scan) {
        return new ProposedAdmission(
                me.organizationId(),
                new PersonName(Objects.requireNonNull(family), Objects.requireNonNull(given), patronymic),
                Objects.requireNonNull(bornOn),
                guardian(),
                knownGuardian().orElse(null),
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
