package school.chancery.yearclosing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A closing as it stands.
 *
 * @param runs how often the checks ran
 * @param graduatesLastOn last day of whoever leaves with a certificate or a statement
 * @param planNumber which plan it is, from 1; 0 before the first
 */
public record ClosingView(
        UUID id,
        UUID organizationId,
        UUID schoolYearId,
        @Nullable UUID nextYearId,
        ClosingState state,
        UUID openedBy,
        Instant openedAt,
        @Nullable Instant frozenAt,
        int runs,
        @Nullable UUID councilMinutesId,
        LocalDate graduatesLastOn,
        int planNumber,
        @Nullable String planHash,
        @Nullable UUID confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable UUID countersignedBy,
        @Nullable Instant countersignedAt,
        @Nullable UUID rollSetId,
        @Nullable Instant appliedAt,
        @Nullable Instant activatedAt,
        @Nullable UUID sealedBy,
        @Nullable Instant sealedAt,
        @Nullable String undoReason,
        @Nullable UUID undoOrderId) {}
