package school.chancery.students.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;
import school.chancery.documents.NewDocument;
import school.chancery.identity.SignedIn;
import school.chancery.mail.MailAddress;
import school.chancery.students.domain.ProposedTransfer;
import school.chancery.students.domain.TransferKind;

record StartTransferForm(
        @NotNull @Nullable UUID pupilId,
        @NotNull @Nullable TransferKind kind,
        @Nullable UUID toClassId,
        @Nullable UUID receivingOrganizationId,
        @Size(max = 300) @Nullable String receivingName,
        @Size(max = 254) @Nullable String receivingEmail,
        @Size(max = 200) @Nullable String settlement,
        @Size(max = 200) @Nullable String region,
        @NotBlank @Size(max = 300) @Nullable String applicant,
        @NotNull @Nullable LocalDate appliedOn,
        @Nullable MultipartFile application,
        @NotNull @Nullable LocalDate effectiveOn) {

    static StartTransferForm of(@Nullable UUID pupilId, @Nullable String applicant, LocalDate today) {
        return new StartTransferForm(
                pupilId, null, null, null, null, null, null, null, applicant, today, null, today.plusDays(1));
    }

    void check(Errors faults) {
        if (kind == TransferKind.OUTSIDE_SCHOOL && receivingEmail != null && !MailAddress.isValid(receivingEmail))
            faults.rejectValue("receivingEmail", "students.refused.email");
    }

    /** Call on a form without faults only; what belongs to another kind of transfer is left out. */
    ProposedTransfer toProposal(SignedIn me, @Nullable NewDocument scan) {
        var chosen = Objects.requireNonNull(kind);
        return new ProposedTransfer(
                me.organizationId(),
                Objects.requireNonNull(pupilId),
                chosen,
                chosen == TransferKind.OTHER_CLASS ? toClassId : null,
                chosen == TransferKind.SYSTEM_SCHOOL ? receivingOrganizationId : null,
                chosen == TransferKind.OUTSIDE_SCHOOL ? receivingName : null,
                chosen == TransferKind.OUTSIDE_SCHOOL ? receivingEmail : null,
                chosen == TransferKind.MOVING_AWAY ? settlement : null,
                chosen == TransferKind.MOVING_AWAY ? region : null,
                Objects.requireNonNull(applicant),
                Objects.requireNonNull(appliedOn),
                scan,
                Objects.requireNonNull(effectiveOn),
                me.accountId());
    }
}
