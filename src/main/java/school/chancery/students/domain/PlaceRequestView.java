package school.chancery.students.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request for a place as it stands with the school that was asked. */
public record PlaceRequestView(
        UUID id,
        UUID organizationId,
        UUID transferId,
        UUID sendingOrganizationId,
        UUID personId,
        Newcomer newcomer,
        LocalDate wantedOn,
        PlaceState state,
        LocalDate answerDueOn,
        Instant requestedAt,
        @Nullable UUID classId,
        @Nullable String reason,
        @Nullable LocalDate leftOn,
        @Nullable String leftOrderNumber,
        @Nullable LocalDate leftOrderedOn,
        @Nullable UUID dossierId,
        @Nullable LocalDate appliedOn,
        @Nullable String applicant,
        @Nullable LocalDate enrolFrom,
        @Nullable UUID receivedBy,
        @Nullable UUID pupilId,
        @Nullable UUID orderId) {
    @Override
    public String toString() {
        return "PlaceRequestView[" + id + "]";
    }
}
