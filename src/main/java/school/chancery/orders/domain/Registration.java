package school.chancery.orders.domain;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of an order.
 *
 * @param sequence null for a number of the past that follows no pattern of ours
 * @param registeredOn the order's date
 * @param registeredAt when the register entered it
 * @param signedAt null for an order of the past, signed on paper
 */
@Embeddable
record Registration(
        Integer year,
        @Nullable Integer sequence,
        String number,
        LocalDate registeredOn,
        Instant registeredAt,
        @Nullable Instant signedAt,
        UUID registeredCopyId) {
    static Registration of(OrderNumber given, LocalDate on, Instant at, @Nullable Instant signedAt, UUID copyId) {
        return new Registration(given.year(), given.sequence(), given.text(), on, at, signedAt, copyId);
    }
}
