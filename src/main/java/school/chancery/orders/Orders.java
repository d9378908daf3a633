package school.chancery.orders;

import java.util.Optional;
import java.util.UUID;

/** The order register. */
public interface Orders {
    /** Makes the draft in the caller's transaction, or returns the one this cause has already (not a rejected one). */
    UUID draft(OrderDraft draft);

    /** Empty when it does not exist or belongs to an organization the actor does not see. */
    Optional<OrderSummary> find(UUID orderId);

    /** «приказ № 01-05-034 от 09.01.2023» of a registered order. */
    String reference(UUID orderId);
}
