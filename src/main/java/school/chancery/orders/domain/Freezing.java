package school.chancery.orders.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.orders.OrderSummary.Status;

/** Makes the original: the exact bytes that are looked at and signed, without a number. */
@Service
public class Freezing {
    private final OrderRepository orders;
    private final KindCatalogue kinds;
    private final OrderPrinter printer;
    private final DocumentTexts texts;
    private final Audit audit;

    Freezing(OrderRepository orders, KindCatalogue kinds, OrderPrinter printer, DocumentTexts texts, Audit audit) {
        this.orders = orders;
        this.kinds = kinds;
        this.printer = printer;
        this.texts = texts;
        this.audit = audit;
    }

    /** Freezes the draft, or finds it frozen already. Returns how this order is to be signed. */
    @Transactional
    public SignatureKind freeze(UUID orderId) {
        var order = orders.require(orderId);
        if (order.status() == Status.FROZEN)
            return order.original().orElseThrow().signatureKind();
        var signatureKind = kinds.require(order.organizationId(), order.kind()).signatureKind();
        var original = printer.keep(order.organizationId(), order.content(), null, name(order));
        order.freeze(new Original(original.id(), original.sha256(), signatureKind))
                .ifPresent(refusal -> {
                    throw new IllegalStateException("order " + orderId + ": " + refusal);
                });
        orders.saveAndFlush(order);
        audit.record(new AuditEntry(
                "orders.original-frozen",
                order.organizationId(),
                "order",
                List.of(orderId),
                Map.of("original", original.id().toString(), "sha256", original.sha256())));
        return signatureKind;
    }

    private String name(Order order) {
        return texts.text("orders.file.original", Long.toString(order.draftNumber()));
    }
}
