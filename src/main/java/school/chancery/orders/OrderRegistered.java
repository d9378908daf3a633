package school.chancery.orders;

import java.time.LocalDate;
import java.util.UUID;

/** An order got its number. Published in the registering transaction. */
public record OrderRegistered(
        UUID orderId, UUID organizationId, String kind, String number, LocalDate registeredOn, LocalDate effectiveOn) {}
