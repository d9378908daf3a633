package school.chancery.orders.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.documents.Documents;
import school.chancery.orders.OrderRegistered;
import school.chancery.orders.domain.PrintedOrder.PrintedRegistration;
import school.chancery.organization.Organizations;

/** Gives a signed order its number and date and makes the registered copy, in the transaction that signs. */
@Service
public class OrderRegistration {
    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final OrderRepository orders;
    private final SignatureRepository signatures;
    private final Numbering numbering;
    private final OrderPrinter printer;
    private final Documents documents;
    private final Acknowledgements acknowledgements;
    private final Organizations organizations;
    private final DocumentTexts texts;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    OrderRegistration(
            OrderRepository orders,
            SignatureRepository signatures,
            Numbering numbering,
            OrderPrinter printer,
            Documents documents,
            Acknowledgements acknowledgements,
            Organizations organizations,
            DocumentTexts texts,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.orders = orders;
        this.signatures = signatures;
        this.numbering = numbering;
        this.printer = printer;
        this.documents = documents;
        this.acknowledgements = acknowledgements;
        this.organizations = organizations;
        this.texts = texts;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Registers the order; registered already = nothing to do. */
    @Transactional
    public void register(UUID orderId) {
        var order = orders.require(orderId);
        if (order.registration().isPresent()) return;
        var signature = signatureOver(order);
        // Read once more before the number: bytes that no longer have their hash must not get one.
        documents.bytes(order.original().orElseThrow().originalId());
        enter(order, signature, clock.instant());
        acknowledgements.request(orderId);
        tell(order);
    }

    private Signature signatureOver(Order order) {
        return signatures
                .findByOrderIdAndState(order.id(), Signature.State.ACCEPTED)
                .filter(signature -> signature.isOver(order))
                .orElseThrow(() -> new IllegalStateException("order " + order.id() + " is not signed"));
    }

    private void enter(Order order, Signature signature, Instant now) {
        var on = signature.signedOn();
        var backDated = on.isBefore(organizations.today(order.organizationId()));
        var number = numbering.next(order.organizationId(), order.cause().series(), on);
        var printed = new PrintedRegistration(number.text(), on, backDated, signature.view(), zone(order));
        var copy = printer.keep(order.organizationId(), order.content(), printed, name(number, on));
        order.register(Registration.of(number, on, now, signature.signedAt(), copy.id()), backDated)
                .ifPresent(refusal -> {
                    throw new IllegalStateException("order " + order.id() + ": " + refusal);
                });
        orders.saveAndFlush(order);
    }

    private ZoneId zone(Order order) {
        return organizations.require(order.organizationId()).zone();
    }

    private String name(OrderNumber number, LocalDate on) {
        return texts.text("orders.file.registered", number.text(), on.format(DATE));
    }

    private void tell(Order order) {
        var given = order.registration().orElseThrow();
        audit.record(new AuditEntry(
                "orders.order-registered",
                order.organizationId(),
                "order",
                List.of(order.id()),
                Map.of(
                        "number",
                        given.number(),
                        "on",
                        given.registeredOn().toString(),
                        "backDated",
                        "" + order.backDated())));
        events.publishEvent(new OrderRegistered(
                order.id(),
                order.organizationId(),
                order.kind(),
                given.number(),
                given.registeredOn(),
                order.effectiveOn()));
    }
}
