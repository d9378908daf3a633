package school.chancery.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why, when and by whom an order was drafted; never changes.
 *
 * @param causedBy aggregate whose case needs it, or the form it was begun with
 * @param relation what it does to the order {@code targetOrderId}; both or none
 */
@Embeddable
record Cause(
        @Column(updatable = false) UUID organizationId,
        @Column(updatable = false) String kind,

        @Column(updatable = false) @Enumerated(EnumType.STRING)
        Series series,

        @Column(updatable = false) UUID causedBy,
        @Column(updatable = false) UUID initiatorAccountId,
        @Column(updatable = false) Instant createdAt,

        @Column(updatable = false) @Enumerated(EnumType.STRING) @Nullable
        Relation relation,

        @Column(updatable = false) @Nullable UUID targetOrderId) {
    Optional<UUID> target() {
        return Optional.ofNullable(targetOrderId);
    }
}
