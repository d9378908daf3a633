package school.chancery.students.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transfer as it stands. */
public record TransferView(
        UUID id,
        UUID organizationId,
        UUID pupilId,
        UUID personId,
        TransferKind kind,
        TransferState state,
        UUID schoolYearId,
        UUID fromClassId,
        @Nullable UUID toClassId,
        @Nullable UUID receivingOrganizationId,
        @Nullable String receivingName,
        @Nullable String receivingEmail,
        @Nullable String settlement,
        @Nullable String region,
        String applicant,
        LocalDate appliedOn,
        @Nullable UUID applicationId,
        LocalDate effectiveOn,
        @Nullable LocalDate orderDueOn,
        UUID proposedBy,
        Instant proposedAt,
        @Nullable String withdrawalReason,
        @Nullable DropReason dropReason,
        @Nullable UUID orderId,
        @Nullable LocalDate movedOn,
        @Nullable LocalDate fileHandedOn,
        @Nullable String fileHandedTo,
        @Nullable UUID dossierId,
        @Nullable UUID noticeAskedMailId,
        @Nullable ArrivalNotice notice) {
    public boolean isOpen() {
        return state == TransferState.REQUESTED;
    }

    @Override
    public String toString() {
        return "TransferView[" + id + "]";
    }
}
