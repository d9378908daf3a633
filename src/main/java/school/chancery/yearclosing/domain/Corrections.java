package school.chancery.yearclosing.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.orders.OrderDraft;
import school.chancery.orders.OrderKinds;
import school.chancery.orders.OrderRegistered;
import school.chancery.orders.Orders;
import school.chancery.organization.Organizations;

/** Orders that take orders of the closing back: before they were carried out, or together with the whole closing. */
@Service
@Transactional
public class Corrections {
    private final JdbcClient jdbc;
    private final ClosingRows rows;
    private final ClosingOrders closingOrders;
    private final Orders orders;
    private final ClosingWords words;
    private final Organizations organizations;

    Corrections(
            JdbcClient jdbc,
            ClosingRows rows,
            ClosingOrders closingOrders,
            Orders orders,
            ClosingWords words,
            Organizations organizations) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.closingOrders = closingOrders;
        this.orders = orders;
        this.words = words;
        this.organizations = organizations;
    }

    /** The order that revokes what was signed for a plan that turned out stale; drafted already = that one. */
    public UUID draft(UUID closingId) {
        var closing = rows.hold(closingId);
        return draft(closing, OrderKinds.YEAR_CORRECTION, Map.of());
    }

    UUID draft(ClosingView closing, String kind, Map<String, String> fields) {
        var cause = cause(closing, kind);
        var all = new HashMap<>(fields);
        all.put("yearLabel", words.year(closing.schoolYearId()));
        all.put("revoked", closingOrders.references(closing.id()));
        var today = organizations.today(closing.organizationId());
        var order = orders.draft(new OrderDraft(
                closing.organizationId(), kind, cause, all, today, List.of(), List.of(), closing.openedBy()));
        jdbc.sql("update yearclosing.closing_orders set order_id = ? where id = ?")
                .params(order, cause)
                .update();
        return order;
    }

    private UUID cause(ClosingView closing, String kind) {
        jdbc.sql("""
                        insert into yearclosing.closing_orders (id, closing_id, organization_id, plan_number, kind)
                        values (?, ?, ?, ?, ?) on conflict (closing_id, plan_number, kind) do nothing
                        """)
                .params(UUID.randomUUID(), closing.id(), closing.organizationId(), closing.planNumber(), kind)
                .update();
        return jdbc.sql(
                        "select id from yearclosing.closing_orders where closing_id = ? and plan_number = ? and kind = ?")
                .params(closing.id(), closing.planNumber(), kind)
                .query(UUID.class)
                .single();
    }

    // In the registering transaction: what is revoked stands no longer from that moment.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(OrderRegistered event) {
        if (!event.kind().equals(OrderKinds.YEAR_CORRECTION) && !event.kind().equals(OrderKinds.YEAR_UNDO)) return;
        jdbc.sql("""
                        update yearclosing.closing_orders k set revoked_by_order_id = :order
                        from yearclosing.closing_orders c, orders.orders o
                        where c.order_id = :order and k.closing_id = c.closing_id and o.id = k.order_id
                            and o.status = 'REGISTERED' and k.revoked_by_order_id is null
                            and k.kind not in ('year-correction', 'year-undo')
                        """).param("order", event.orderId()).update();
    }
}
