package school.chancery.orders;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The order register. */
public interface Orders {
    /** Makes the draft in the caller's transaction, or returns the one this cause has already (not a rejected one). */
    UUID draft(OrderDraft draft);

    /** Empty when it does not exist or belongs to an organization the actor does not see. */
    Optional<OrderSummary> find(UUID orderId);

    /**
     * Ends the draft or frozen order of a case that is withdrawn, in the caller's transaction; whoever has it before them
     * can no longer sign. Nothing drafted or ended already = done. False when it is registered: then only another order
     * helps.
     */
    boolean withdraw(UUID causedBy, String reason);

    /** Registered orders of the organization, the newest first; what a form offers to choose from. */
    List<OrderSummary> registered(UUID organizationId, LocalDate since, int atMost);

    /** «приказ № 01-05-034 от 09.01.2023» of a registered order. */
    String reference(UUID orderId);
}
