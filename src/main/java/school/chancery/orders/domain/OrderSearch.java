package school.chancery.orders.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.orders.OrderSummary.Status;
import school.chancery.orders.domain.OrderCards.Reader;

/** The register as a list: one statement a page, whatever is asked. */
@Service
public class OrderSearch {
    public static final int PAGE_SIZE = 25;

    private final JdbcClient jdbc;

    OrderSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a list may be sorted by; nothing else reaches the statement. */
    public enum Sort {
        DATE("o.registered_on %1$s nulls first, o.sequence %1$s, o.draft_number %1$s"),
        NUMBER("o.year %1$s nulls first, o.series, o.sequence %1$s, o.number %1$s, o.draft_number %1$s"),
        TITLE("o.title %1$s, o.draft_number %1$s"),
        KIND("k.name %1$s, o.registered_on desc, o.draft_number %1$s");

        private final String columns;

        Sort(String columns) {
            this.columns = columns;
        }

        String by(boolean ascending) {
            return columns.formatted(ascending ? "asc" : "desc");
        }
    }

    /**
     * @param text part of the number or of the title
     * @param from first date of the order, inclusive
     * @param to last date, inclusive
     */
    public record Wanted(
            @Nullable String text,
            @Nullable String kind,
            @Nullable Series series,
            @Nullable Status status,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Sort sort,
            boolean ascending,
            int page) {}

    /**
     * @param people to be acquainted; {@code settled} of them have been
     * @param ended a later order took its force away
     */
    public record Row(
            UUID id,
            long draftNumber,
            String kindName,
            Series series,
            Status status,
            String title,
            @Nullable String number,
            @Nullable LocalDate registeredOn,
            @Nullable Instant signedAt,
            boolean backDated,
            boolean historical,
            boolean ended,
            int people,
            int settled) {}

    @Transactional(readOnly = true)
    public Page<Row> search(Reader reader, Wanted wanted) {
        var values = new HashMap<String, Object>();
        var from = from(reader, wanted, values);
        var rows = rows(from, wanted, values);
        var page = PageRequest.of(wanted.page(), PAGE_SIZE);
        // Only a page behind the end knows no total.
        var total = rows.isEmpty() && wanted.page() > 0
                ? jdbc.sql("select count(*) " + from)
                        .params(values)
                        .query(Long.class)
                        .single()
                : rows.stream().findFirst().map(Counted::total).orElse(0L);
        return new PageImpl<>(rows.stream().map(Counted::row).toList(), page, total);
    }

    private List<Counted> rows(String from, Wanted wanted, Map<String, Object> values) {
        var sql =
                """
                select o.id, o.draft_number, k.name kind_name, o.series, o.status, o.title, o.number, o.registered_on,
                       o.signed_at, o.back_dated, o.historical, a.people, a.settled,
                       exists (select from orders.orders l where l.target_order_id = o.id and l.status = 'REGISTERED'
                               and l.relation in ('SUPERSEDES', 'REVOKES')) ended,
                       count(*) over () total
                %s order by %s limit %d offset %d""".formatted(from, wanted.sort().by(wanted.ascending()), PAGE_SIZE, (long) wanted.page() * PAGE_SIZE);
        return jdbc.sql(sql)
                .params(values)
                .query((row, at) -> new Counted(
                        new Row(
                                row.getObject("id", UUID.class),
                                row.getLong("draft_number"),
                                row.getString("kind_name"),
                                Series.valueOf(row.getString("series")),
                                Status.valueOf(row.getString("status")),
                                row.getString("title"),
                                row.getString("number"),
                                row.getObject("registered_on", LocalDate.class),
                                row.getTimestamp("signed_at") == null
                                        ? null
                                        : row.getTimestamp("signed_at").toInstant(),
                                row.getBoolean("back_dated"),
                                row.getBoolean("historical"),
                                row.getBoolean("ended"),
                                row.getInt("people"),
                                row.getInt("settled")),
                        row.getLong("total")))
                .list();
    }

    private record Counted(Row row, long total) {}

    private static String from(Reader reader, Wanted wanted, Map<String, Object> values) {
        var where = new StringBuilder("""
                from orders.orders o join orders.kinds k on k.code = o.kind
                cross join lateral (select count(*) people, count(*) filter (where state <> 'OPEN') settled
                                    from orders.acknowledgements where order_id = o.id) a
                where o.organization_id = :organization""");
        values.put("organization", reader.organizationId());
        if (!reader.office()) {
            where.append(" and exists (select from orders.acknowledgements m where m.order_id = o.id"
                    + " and m.organization_id = :organization and m.person_id = :person)");
            values.put("person", reader.personId() == null ? new UUID(0, 0) : reader.personId());
        }
        add(where, values, "text", pattern(wanted.text()), " and (o.number ilike :text or o.title ilike :text)");
        add(where, values, "kind", wanted.kind(), " and o.kind = :kind");
        add(where, values, "series", name(wanted.series()), " and o.series = :series");
        add(where, values, "status", name(wanted.status()), " and o.status = :status");
        add(where, values, "from", wanted.from(), " and o.registered_on >= :from");
        add(where, values, "to", wanted.to(), " and o.registered_on <= :to");
        return where.toString();
    }

    private static void add(
            StringBuilder where, Map<String, Object> values, String name, @Nullable Object value, String condition) {
        if (value == null) return;
        where.append(condition);
        values.put(name, value);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable String pattern(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        return "%" + text.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
