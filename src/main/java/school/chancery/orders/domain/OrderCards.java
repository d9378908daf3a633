package school.chancery.orders.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.orders.OrderSummary.Status;

/** Orders as pages show them; a fixed number of statements for each. */
@Service
@Transactional(readOnly = true)
public class OrderCards {
    private final OrderRepository orders;
    private final SignatureRepository signatures;
    private final KindCatalogue kinds;
    private final JdbcClient jdbc;

    OrderCards(OrderRepository orders, SignatureRepository signatures, KindCatalogue kinds, JdbcClient jdbc) {
        this.orders = orders;
        this.signatures = signatures;
        this.kinds = kinds;
        this.jdbc = jdbc;
    }

    /** Empty when it does not exist or row level security keeps it from the actor. */
    public Optional<OrderCard> find(UUID orderId) {
        return orders.findById(orderId).map(this::card);
    }

    /**
     * The order, when this reader may see it: office roles see their organization's orders, everybody else those they
     * must be acquainted with.
     */
    public Optional<OrderCard> find(UUID orderId, Reader reader) {
        return find(orderId)
                .filter(card -> card.organizationId().equals(reader.organizationId()))
                .filter(card -> reader.office() || isAcquainted(orderId, reader.personId()));
    }

    /** Who reads. @param office has an office role in the organization */
    public record Reader(UUID organizationId, @Nullable UUID personId, boolean office) {}

    /** What a reader gets to see of a stored file; empty when no order has such a file. */
    public Optional<Boolean> mayReadDocument(UUID documentId, Reader reader) {
        return jdbc.sql("""
                        select id, organization_id, true everybodys from orders.orders where registered_copy_id = :document
                        union all
                        select order_id, organization_id, false from orders.originals where document_id = :document
                        union all
                        select s.order_id, s.organization_id, false from orders.signatures s where s.document_id = :document
                        union all
                        select a.order_id, a.organization_id, false from orders.acknowledgements a
                        where a.document_id = :document
                        limit 1""")
                .param("document", documentId)
                .query(Owner.class)
                .optional()
                .map(owner -> mayRead(owner, reader));
    }

    private boolean mayRead(Owner owner, Reader reader) {
        if (!owner.organizationId().equals(reader.organizationId())) return false;
        return reader.office() || owner.everybodys() && isAcquainted(owner.id(), reader.personId());
    }

    private record Owner(UUID id, UUID organizationId, boolean everybodys) {}

    private boolean isAcquainted(UUID orderId, @Nullable UUID personId) {
        if (personId == null) return false;
        return jdbc.sql("select exists (select from orders.acknowledgements where order_id = ? and person_id = ?)")
                .params(orderId, personId)
                .query(Boolean.class)
                .single();
    }

    private OrderCard card(Order order) {
        var standing = signatures(order);
        var given = order.registration();
        return new OrderCard(
                order.id(),
                order.version(),
                order.organizationId(),
                order.draftNumber(),
                kinds.require(order.organizationId(), order.kind()),
                order.cause().series(),
                order.status(),
                order.content(),
                order.fields(),
                order.remark().orElse(null),
                order.rejectionReason().orElse(null),
                order.original().map(Original::signatureKind).orElse(null),
                order.original().map(Original::originalId).orElse(null),
                order.original().map(Original::originalSha256).orElse(null),
                given.map(Registration::number).orElse(null),
                given.map(Registration::registeredOn).orElse(null),
                given.map(Registration::signedAt).orElse(null),
                order.backDated(),
                order.historical(),
                given.map(Registration::registeredCopyId).orElse(null),
                standing.get(Signature.State.ACCEPTED),
                standing.get(Signature.State.OFFERED),
                earlier(order).orElse(null),
                later(order));
    }

    // Before registration one is looked at only where it is offered first; over a draft whatever there was is void.
    private Map<Signature.State, SignatureView> signatures(Order order) {
        var offered = order.original()
                .filter(original -> original.signatureKind() == SignatureKind.QUALIFIED)
                .isPresent();
        if (order.status() == Status.DRAFT || order.status() == Status.FROZEN && !offered) return Map.of();
        return signatures
                .findByOrderIdAndStateIn(order.id(), Set.of(Signature.State.ACCEPTED, Signature.State.OFFERED))
                .stream()
                .collect(Collectors.toMap(Signature::state, Signature::view));
    }

    private Optional<OrderCard.Link> earlier(Order order) {
        var relation = order.cause().relation();
        if (relation == null) return Optional.empty();
        return order.cause().target().map(orders::require).map(target -> link(relation, target));
    }

    private static OrderCard.Link link(Relation relation, Order target) {
        var given = target.registration().orElseThrow();
        return new OrderCard.Link(
                relation, target.id(), target.wording().title(), given.number(), given.registeredOn());
    }

    // Only a registered order is amended or revoked.
    private List<OrderCard.Link> later(Order order) {
        if (order.status() != Status.REGISTERED) return List.of();
        return jdbc.sql("""
                        select relation, id, title, number, registered_on from orders.orders
                        where target_order_id = ? and status = 'REGISTERED' order by registered_on, sequence""").param(order.id()).query(OrderCard.Link.class).list();
    }
}
