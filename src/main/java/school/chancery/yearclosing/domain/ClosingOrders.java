package school.chancery.yearclosing.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.orders.Councils;
import school.chancery.orders.OrderDraft;
import school.chancery.orders.OrderKinds;
import school.chancery.orders.Orders;
import school.chancery.organization.SchoolYears;

/** The orders that make a confirmed plan a fact: one of each kind that has pupils, with the names annexed. */
@Service
@Transactional
public class ClosingOrders {
    private final JdbcClient jdbc;
    private final ClosingRows rows;
    private final Orders orders;
    private final Councils councils;
    private final AnnexTexts annexes;
    private final ClosingWords words;
    private final SchoolYears years;

    ClosingOrders(
            JdbcClient jdbc,
            ClosingRows rows,
            Orders orders,
            Councils councils,
            AnnexTexts annexes,
            ClosingWords words,
            SchoolYears years) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.orders = orders;
        this.councils = councils;
        this.annexes = annexes;
        this.words = words;
        this.years = years;
    }

    /** Kinds that have pupils in the plan. */
    @Transactional(readOnly = true)
    public List<String> kinds(UUID closingId) {
        return jdbc
                .sql("select distinct outcome from yearclosing.plan_rows where closing_id = ?")
                .param(closingId)
                .query(String.class)
                .list()
                .stream()
                .map(outcome -> YearOutcome.valueOf(outcome).order())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** Drafts them all for the plan that two persons confirmed; drafted already = those. */
    public List<UUID> draftAll(UUID closingId) {
        rows.hold(closingId);
        return kinds(closingId).stream().map(kind -> draft(closingId, kind)).toList();
    }

    public UUID draft(UUID closingId, String kind) {
        var closing = rows.hold(closingId);
        if (closing.state() != ClosingState.COUNTERSIGNED)
            throw new IllegalStateException("closing " + closingId + " is " + closing.state());
        var cause = cause(closing, kind);
        var order = orders.draft(new OrderDraft(
                closing.organizationId(),
                kind,
                cause,
                Map.of(
                        "yearLabel",
                        words.year(closing.schoolYearId()),
                        "council",
                        councils.reference(Objects.requireNonNull(closing.councilMinutesId()))),
                effectiveOn(closing, kind),
                List.of(),
                List.of(new OrderDraft.Annex(
                        words.text("yearclosing.annex." + kind), annexes.of(closingId, outcomes(kind)))),
                Objects.requireNonNull(closing.confirmedBy())));
        jdbc.sql("update yearclosing.closing_orders set order_id = ? where id = ?")
                .params(order, cause)
                .update();
        return order;
    }

    private LocalDate effectiveOn(ClosingView closing, String kind) {
        return kind.equals(OrderKinds.YEAR_GRADUATION)
                ? closing.graduatesLastOn()
                : years.find(Objects.requireNonNull(closing.nextYearId()))
                        .orElseThrow()
                        .startsOn();
    }

    // A plan confirmed anew has orders of its own.
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

    /** Registered orders of the closing that no other order has revoked, by kind. */
    @Transactional(readOnly = true)
    public List<UUID> standing(UUID closingId) {
        return jdbc.sql("""
                        select k.order_id from yearclosing.closing_orders k join orders.orders o on o.id = k.order_id
                        where k.closing_id = ? and o.status = 'REGISTERED' and k.revoked_by_order_id is null
                            and k.kind not in ('year-correction', 'year-undo') order by k.plan_number, k.kind
                        """).param(closingId).query(UUID.class).list();
    }

    /** «приказ № … от …, приказ № … от …» */
    String references(UUID closingId) {
        return standing(closingId).stream().map(orders::reference).collect(Collectors.joining(", "));
    }

    /** Ends every draft of the closing that nobody has registered. */
    void withdrawDrafts(UUID closingId, String reason) {
        jdbc.sql("select id from yearclosing.closing_orders where closing_id = ? and order_id is not null")
                .param(closingId)
                .query(UUID.class)
                .list()
                .forEach(cause -> orders.withdraw(cause, reason));
    }

    private static List<YearOutcome> outcomes(String kind) {
        return Arrays.stream(YearOutcome.values())
                .filter(each -> kind.equals(each.order()))
                .toList();
    }
}
