package school.chancery.orders.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.orders.OrderSummary.Status;
import school.chancery.organization.Organizations;

/** Drafts under people's hands: begun by hand from the kind's template, changed until they are frozen. */
@Service
@Transactional
public class Drafting {
    private final OrderRepository orders;
    private final Drafts drafts;
    private final KindCatalogue kinds;
    private final FieldValues values;
    private final OrderPrinter printer;
    private final Organizations organizations;
    private final Clock clock;
    private final Audit audit;

    Drafting(
            OrderRepository orders,
            Drafts drafts,
            KindCatalogue kinds,
            FieldValues values,
            OrderPrinter printer,
            Organizations organizations,
            Clock clock,
            Audit audit) {
        this.orders = orders;
        this.drafts = drafts;
        this.kinds = kinds;
        this.values = values;
        this.printer = printer;
        this.organizations = organizations;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * A draft begun by hand; the same form sent twice is one draft.
     *
     * @param targetId the registered order that this one amends, supersedes or revokes
     * @return empty when the kind is not for starting by hand, or names an order that it cannot name
     */
    public Optional<UUID> begin(
            UUID organizationId, String kindCode, UUID formId, UUID accountId, @Nullable UUID targetId) {
        var target = Optional.ofNullable(targetId).flatMap(orders::findById);
        return kinds.find(organizationId, kindCode)
                .filter(OrderKind::startable)
                .filter(kind -> fits(kind, organizationId, targetId, target))
                .map(kind ->
                        drafts.once(formId, kindCode, () -> blank(kind, organizationId, formId, accountId, target)));
    }

    private boolean fits(OrderKind kind, UUID organizationId, @Nullable UUID targetId, Optional<Order> target) {
        if (kind.relation() == null) return targetId == null;
        var relation = kind.relation();
        return target.filter(order -> order.organizationId().equals(organizationId))
                .filter(order -> order.status() == Status.REGISTERED)
                .filter(order -> !relation.ends() || !orders.isEnded(order.id()))
                .isPresent();
    }

    private Order blank(OrderKind kind, UUID organizationId, UUID formId, UUID accountId, Optional<Order> target) {
        var today = organizations.today(organizationId);
        var fields = new HashMap<String, String>();
        target.ifPresent(order -> fields.putAll(FieldValues.naming(order)));
        var wording = kind.worded(values.first(kind, organizationId, fields, today));
        var cause = new Cause(
                organizationId,
                kind.code(),
                target.map(order -> order.cause().series()).orElse(kind.series()),
                formId,
                accountId,
                clock.instant(),
                kind.relation(),
                target.map(Order::id).orElse(null));
        return new Order(cause, contentOf(wording, today, target), fields);
    }

    /** A new version asks everybody again whom the former one concerned. */
    private static Content contentOf(Wording wording, LocalDate today, Optional<Order> target) {
        return new Content(
                wording.title(),
                wording.legalBasis(),
                wording.body(),
                today,
                List.of(),
                target.map(Order::acquaintances).orElse(List.of()));
    }

    /** By which a draft is called until the order has its number. */
    @Transactional(readOnly = true)
    public long draftNumber(UUID orderId) {
        return orders.require(orderId).draftNumber();
    }

    /** Changes the draft; {@code seenVersion} is what the writer had before them. */
    public Optional<Refusal> edit(UUID orderId, Content content, Map<String, String> fields, long seenVersion) {
        var order = orders.require(orderId);
        if (!content.effectiveOn().equals(order.effectiveOn()) && isOfCase(order))
            return Optional.of(Refusal.DATE_OF_CASE);
        var refusal = order.edit(content, fields, seenVersion);
        if (refusal.isEmpty()) {
            orders.saveAndFlush(order);
            audit.record(AuditEntry.of("orders.draft-changed", order.organizationId(), "order", orderId));
        }
        return refusal;
    }

    // What the law leaves no choice about cannot be rejected and begun anew: its date is mended here, and its case
    // takes it.
    private boolean isOfCase(Order order) {
        var kind = kinds.require(order.organizationId(), order.kind());
        return !kind.startable() && !kind.statutory();
    }

    /** The kind's wording with the fields filled in, for a draft under the writer's hands. */
    @Transactional(readOnly = true)
    public Wording worded(UUID orderId, Map<String, String> fields, LocalDate effectiveOn) {
        var order = orders.require(orderId);
        var kind = kinds.require(order.organizationId(), order.kind());
        var known = new HashMap<>(order.fields());
        known.putAll(fields);
        return kind.worded(values.again(order.organizationId(), known, effectiveOn));
    }

    /** How the draft would look on paper; kept nowhere. */
    @Transactional(readOnly = true)
    public byte[] preview(UUID organizationId, Content content) {
        return printer.print(organizationId, content, null);
    }
}
