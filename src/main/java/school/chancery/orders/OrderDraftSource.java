package school.chancery.orders;

import java.util.UUID;

/**
 * Where {@code ServiceTask_DraftOrder} of a calling process gets its order from. Each module whose processes call
 * {@code issue-order} has one such bean per process.
 */
public interface OrderDraftSource {
    /** Key of the calling process. */
    String processKey();

    /** The order that the case about this aggregate needs; {@code causedBy} is the business key. */
    OrderDraft draftFor(UUID businessKey);
}
