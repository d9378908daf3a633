package school.chancery.orders.domain;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;

/** Keeps new drafts: one live draft for each cause and kind, whoever asks at the same moment. */
@Component
class Drafts {
    private final OrderRepository orders;
    private final JdbcClient jdbc;
    private final Audit audit;

    Drafts(OrderRepository orders, JdbcClient jdbc, Audit audit) {
        this.orders = orders;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** The live draft of this cause, or the one that is made for it now. */
    UUID once(UUID causedBy, String kind, Supplier<Order> made) {
        return existing(causedBy, kind).orElseGet(() -> keep(made.get()));
    }

    private Optional<UUID> existing(UUID causedBy, String kind) {
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
