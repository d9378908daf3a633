package school.chancery.orders.domain;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;

/** Decisions on a frozen order other than signing it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Deciding {
    private final OrderRepository orders;
    private final KindCatalogue kinds;
    private final Signing signing;
    private final Audit audit;

    Deciding(OrderRepository orders, KindCatalogue kinds, Signing signing, Audit audit) {
        this.orders = orders;
        this.kinds = kinds;
        this.signing = signing;
        this.audit = audit;
    }

    /** Back to the draft's writer with a remark. */
    public Optional<Refusal> giveBack(UUID orderId, @Nullable String remark) {
        var order = orders.require(orderId);
        var refusal = order.giveBack(remark);
        if (refusal.isEmpty()) {
            signing.voidOffered(orderId);
            keep(order, "orders.order-returned");
        }
        return refusal;
    }

    /** The end of the draft. */
    public Optional<Refusal> reject(UUID orderId, @Nullable String reason) {
        var order = orders.require(orderId);
        var refusal = order.reject(
                reason, kinds.require(order.organizationId(), order.kind()).statutory());
        if (refusal.isEmpty()) {
            signing.voidOffered(orderId);
            keep(order, "orders.order-rejected");
        }
        return refusal;
    }

    /** The case that needed the orders is withdrawn; false when one is registered, and then nothing changes. */
    boolean withdraw(UUID causedBy, String reason) {
        var live = orders.findLive(causedBy);
        for (var order : live) {
            if (order.withdraw(reason).isPresent()) return false;
            signing.voidOffered(order.id());
            keep(order, "orders.order-withdrawn");
        }
        return true;
    }

    private void keep(Order order, String fact) {
        orders.saveAndFlush(order);
        audit.record(AuditEntry.of(fact, order.organizationId(), "order", order.id()));
    }
}
