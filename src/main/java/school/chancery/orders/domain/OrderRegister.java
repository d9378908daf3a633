package school.chancery.orders.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.orders.OrderDraft;
import school.chancery.orders.OrderSummary;
import school.chancery.orders.Orders;

/** The register as other modules know it. */
@Service
class OrderRegister implements Orders {
    private final OrderRepository orders;
    private final CaseDrafting drafting;
    private final Deciding deciding;
    private final DocumentTexts texts;

    OrderRegister(OrderRepository orders, CaseDrafting drafting, Deciding deciding, DocumentTexts texts) {
        this.orders = orders;
        this.drafting = drafting;
        this.deciding = deciding;
        this.texts = texts;
    }

    @Override
    @Transactional
    public UUID draft(OrderDraft draft) {
        return drafting.draft(draft);
    }

    @Override
    @Transactional
    public boolean withdraw(UUID causedBy, String reason) {
        return deciding.withdraw(causedBy, reason);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<OrderSummary> find(UUID orderId) {
        return orders.findById(orderId).map(OrderRegister::summary);
    }

    @Override
    @Transactional(readOnly = true)
    public List<OrderSummary> registered(UUID organizationId, LocalDate since, int atMost) {
        return orders.findRegistered(organizationId, since, Limit.of(atMost)).stream()
                .map(OrderRegister::summary)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public String reference(UUID orderId) {
        var order = orders.require(orderId);
        return order.registration()
                .map(given -> texts.text(
                        "orders.reference", given.number(), given.registeredOn().format(OrderRegistration.DATE)))
                .orElseThrow(() -> new IllegalStateException("order " + orderId + " is not registered"));
    }

    private static OrderSummary summary(Order order) {
        return new OrderSummary(
                order.id(),
                order.organizationId(),
                order.kind(),
                order.status(),
                order.wording().title(),
                order.registration().map(Registration::number).orElse(null),
                order.registration().map(Registration::registeredOn).orElse(null),
                order.effectiveOn(),
                order.registration().map(Registration::registeredCopyId).orElse(null));
    }
}
