package school.chancery.students.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.documents.NewDocument;

/**
 * What the parents apply for.
 *
 * @param organizationId the school the pupil is in
 * @param receivingEmail where the school outside is asked for its notice
 * @param applicant who signed the application, as the paper says it
 * @param application the scan; null when the paper is kept without one
 * @param effectiveOn first day of the new state
 * @param by account of whoever enters it
 */
public record ProposedTransfer(
        UUID organizationId,
        UUID pupilId,
        TransferKind kind,
        @Nullable UUID toClassId,
        @Nullable UUID receivingOrganizationId,
        @Nullable String receivingName,
        @Nullable String receivingEmail,
        @Nullable String settlement,
        @Nullable String region,
        String applicant,
        LocalDate appliedOn,
        @Nullable NewDocument application,
        LocalDate effectiveOn,
        UUID by) {
    @Override
    public String toString() {
        return "ProposedTransfer[" + pupilId + "]";
    }
}
