package school.chancery.orders;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as other modules see it.
 *
 * @param number as printed, e.g. {@code 01-05-034}; null until registered
 * @param registeredCopyId document with the registered copy; null until registered
 */
public record OrderSummary(
        UUID id,
        UUID organizationId,
        String kind,
        Status status,
        String title,
        @Nullable String number,
        @Nullable LocalDate registeredOn,
        @Nullable LocalDate effectiveOn,
        @Nullable UUID registeredCopyId) {
    public enum Status {
        DRAFT,
        FROZEN,
        REGISTERED,
        REJECTED
    }

    public boolean isRegistered() {
        return status == Status.REGISTERED;
    }
}
