package school.chancery.orders.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.orders.OrderDraft;
import school.chancery.orders.OrderSummary.Status;
import school.chancery.organization.Organizations;

/** Drafts: made for a case or begun by hand, worded from the kind's template, changed until they are frozen. */
@Service
@Transactional
public class Drafting {
    /** Fields that the register fills in by itself. */
    public static final Set<String> KNOWN_FIELDS =
            Set.of("effectiveOn", "organization", "organizationShort", "targetNumber", "targetDate", "targetTitle");

    private final OrderRepository orders;
    private final KindCatalogue kinds;
    private final Numbering numbering;
    private final OrderPrinter printer;
    private final Organizations organizations;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Audit audit;

    Drafting(
            OrderRepository orders,
            KindCatalogue kinds,
            Numbering numbering,
            OrderPrinter printer,
            Organizations organizations,
            JdbcClient jdbc,
            Clock clock,
            Audit audit) {
        this.orders = orders;
        this.kinds = kinds;
        this.numbering = numbering;
        this.printer = printer;
        this.organizations = organizations;
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * The complete draft that a case needs, once per cause.
     *
     * @throws IllegalArgumentException when the case left out a field or the persons its kind needs: a bug of the caller
     */
    @Transactional(propagation = Propagation.MANDATORY)
    UUID draft(OrderDraft wanted) {
        return once(wanted.causedBy(), wanted.kind()).orElseGet(() -> {
            var kind = kinds.require(wanted.organizationId(), wanted.kind());
            var values = values(kind, wanted.organizationId(), wanted.fields(), wanted.effectiveOn());
            var content = complete(kind, wanted, values);
            var cause = new Order.Cause(
                    wanted.organizationId(),
                    kind.code(),
                    kind.series(),
                    wanted.causedBy(),
                    wanted.initiatorAccountId(),
                    clock.instant(),
                    null,
                    null);
            values.keySet().removeAll(KNOWN_FIELDS);
            return keep(new Order(cause, content, values));
        });
    }

    private Content complete(OrderKind kind, OrderDraft wanted, Map<String, String> values) {
        if (kind.acquaintanceRequired() && wanted.acquaint().isEmpty()) {
            throw new IllegalArgumentException("order kind " + kind.code() + " needs persons to acquaint");
        }
        var wording = kind.worded(values);
        var annexes = wanted.annexes().isEmpty()
                ? kinds.annexes(kind.code(), values)
                : wanted.annexes().stream()
                        .map(annex -> new Annex(annex.title(), annex.text()))
                        .toList();
        var unfilled = new LinkedHashSet<>(wording.unfilled());
        annexes.forEach(annex -> unfilled.addAll(Template.unfilled(annex.title() + annex.text())));
        if (!unfilled.isEmpty()) {
            throw new IllegalArgumentException("order kind " + kind.code() + " lacks " + unfilled);
        }
        return new Content(
                wording.title(),
                wording.legalBasis(),
                wording.body(),
                wanted.effectiveOn(),
                annexes,
                wanted.acquaint().stream()
                        .map(person -> new Acquaintance(person.personId(), person.name(), person.position()))
                        .toList());
    }

    /**
     * A draft begun by hand; the same form sent twice is one draft.
     *
     * @param targetId the registered order that this one amends, supersedes or revokes
     * @return empty when the kind is not for starting by hand, or names an order that it cannot name
     */
    public Optional<UUID> begin(
            UUID organizationId, String kindCode, UUID formId, UUID accountId, @Nullable UUID targetId) {
        var kind = kinds.find(organizationId, kindCode).filter(OrderKind::startable);
        if (kind.isEmpty()) return Optional.empty();
        var target = Optional.ofNullable(targetId).flatMap(orders::findById);
        if (!fits(kind.get(), organizationId, targetId, target)) return Optional.empty();
        return Optional.of(once(formId, kindCode)
                .orElseGet(() -> keep(blank(kind.get(), organizationId, formId, accountId, target))));
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
        target.ifPresent(order -> fields.putAll(named(order)));
        var wording = kind.worded(values(kind, organizationId, fields, today));
        var cause = new Order.Cause(
                organizationId,
                kind.code(),
                target.map(Order::series).orElse(kind.series()),
                formId,
                accountId,
                clock.instant(),
                kind.relation(),
                target.map(Order::id).orElse(null));
        return new Order(cause, contentOf(wording, today, target), fields);
    }

    /** A new version asks everybody again whom the former one concerned. */
    private static Content contentOf(OrderKind.Wording wording, LocalDate today, Optional<Order> target) {
        return new Content(
                wording.title(),
                wording.legalBasis(),
                wording.body(),
                today,
                List.of(),
                target.map(Order::acquaintances).orElse(List.of()));
    }

    private static Map<String, String> named(Order order) {
        return Map.of(
                "targetNumber", order.number().orElseThrow(),
                "targetDate", order.registeredOn().orElseThrow().format(OrderRegistration.DATE),
                "targetTitle", order.title());
    }

    /** By which a draft is called until the order has its number. */
    @Transactional(readOnly = true)
    public long draftNumber(UUID orderId) {
        return orders.require(orderId).draftNumber();
    }

    /** Changes the draft; {@code seenVersion} is what the writer had before them. */
    public Optional<Refusal> edit(UUID orderId, Content content, Map<String, String> fields, long seenVersion) {
        var order = orders.require(orderId);
        var refusal = order.edit(content, fields, seenVersion);
        if (refusal.isEmpty()) {
            orders.saveAndFlush(order);
            audit.record(AuditEntry.of("orders.draft-changed", order.organizationId(), "order", orderId));
        }
        return refusal;
    }

    /** The kind's wording with the fields filled in, for a draft under the writer's hands. */
    @Transactional(readOnly = true)
    public OrderKind.Wording worded(UUID orderId, Map<String, String> fields, LocalDate effectiveOn) {
        var order = orders.require(orderId);
        var kind = kinds.require(order.organizationId(), order.kind());
        var known = new HashMap<>(order.fields());
        known.putAll(fields);
        return kind.worded(common(order.organizationId(), known, effectiveOn));
    }

    /** How the draft would look on paper; kept nowhere. */
    @Transactional(readOnly = true)
    public byte[] preview(UUID organizationId, Content content) {
        return printer.print(organizationId, content, null);
    }

    private Map<String, String> values(
            OrderKind kind, UUID organizationId, Map<String, String> fields, LocalDate effectiveOn) {
        var values = common(organizationId, fields, effectiveOn);
        var texts = new ArrayList<>(List.of(kind.title(), kind.legalBasis(), kind.body()));
        kinds.annexTemplates(kind.code()).forEach(annex -> texts.add(annex.title() + annex.text()));
        var needsNumber = texts.stream().anyMatch(text -> text.contains("{dutiesNumber}"));
        if (needsNumber && values.getOrDefault("dutiesNumber", "").isBlank()) {
            values.put("dutiesNumber", Integer.toString(numbering.nextActNumber(organizationId)));
        }
        return values;
    }

    private Map<String, String> common(UUID organizationId, Map<String, String> fields, LocalDate effectiveOn) {
        var organization = organizations.require(organizationId);
        var values = new HashMap<>(fields);
        values.put("effectiveOn", effectiveOn.format(OrderRegistration.DATE));
        values.put("organization", organization.fullName());
        values.put("organizationShort", organization.shortName());
        return values;
    }

    /** The live draft of this cause, after waiting for whoever is making one at the same moment. */
    private Optional<UUID> once(UUID causedBy, String kind) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(causedBy + kind)
                .query()
                .listOfRows();
        return orders.findLive(causedBy, kind).map(Order::id);
    }

    private UUID keep(Order order) {
        var kept = orders.saveAndFlush(order);
        audit.record(AuditEntry.of("orders.draft-made", kept.organizationId(), "order", kept.id())
                .with("kind", kept.kind()));
        return kept.id();
    }
}
