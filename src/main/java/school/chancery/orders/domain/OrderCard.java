package school.chancery.orders.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.orders.OrderSummary.Status;

/**
 * One order with all that a page shows of it.
 *
 * @param draftNumber neutral name of the draft: never a title, which may name people
 * @param offered a checked CMS file that waits for the decision
 * @param earlier the order this one names; null when it names none
 * @param later registered orders that name this one
 */
public record OrderCard(
        UUID id,
        long version,
        UUID organizationId,
        long draftNumber,
        OrderKind kind,
        Series series,
        Status status,
        Content content,
        Map<String, String> fields,
        @Nullable String remark,
        @Nullable String rejectionReason,
        @Nullable SignatureKind signatureKind,
        @Nullable UUID originalId,
        @Nullable String originalSha256,
        @Nullable String number,
        @Nullable LocalDate registeredOn,
        @Nullable Instant signedAt,
        boolean backDated,
        boolean historical,
        @Nullable UUID registeredCopyId,
        @Nullable SignatureView signature,
        @Nullable SignatureView offered,
        @Nullable Link earlier,
        List<Link> later) {

    public boolean isRegistered() {
        return status == Status.REGISTERED;
    }

    /** A later registered order took its force away. */
    public boolean isEnded() {
        return later.stream().anyMatch(link -> link.relation().ends());
    }

    /** Another order and what one does to the other. */
    public record Link(
            Relation relation,
            UUID id,
            String title,
            @Nullable String number,
            @Nullable LocalDate registeredOn) {}
}
