package school.chancery.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcAuditTrail implements AuditTrail {
    private static final String PAIR = "\u001e";
    private static final String VALUE = "\u001f";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditChains chains;

    JdbcAuditTrail(JdbcClient jdbc, TransactionTemplate transaction, AuditChains chains) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.chains = chains;
    }

    @Override
    public long count(Search search) {
        return seeing(
                search,
                () -> bind(search, "select count(*) from audit.entries e where " + conditions(search))
                        .query(Long.class)
                        .single());
    }

    @Override
    public List<Row> page(Search search, int number) {
        return seeing(
                search,
                () -> bind(
                                search,
                                """
                        select e.occurred_at, e.account_id, e.organization_id, e.action, e.subject_kind,
                            e.affected[1\\:3] as affected, e.affected_count,
                            (select coalesce(string_agg(key || E'\\x1f' || value, E'\\x1e' order by key), '')
                                from jsonb_each_text(e.details)) as details
                        from audit.entries e where\s""" + conditions(search)
                                        + " order by e.occurred_at desc, e.id desc limit :limit offset :offset")
                        .param("limit", PAGE)
                        .param("offset", (long) number * PAGE)
                        .query(JdbcAuditTrail::row)
                        .list());
    }

    // Entries outside any organization are nobody's to see but the product's, which shows them to whom the caller says.
    private <T> T seeing(Search search, Supplier<T> read) {
        var reader = search.outside() ? Actor.PRODUCT : Acting.current();
        T found = Acting.as(reader, () -> transaction.execute(status -> read.get()));
        if (found == null) throw new IllegalStateException("a search always has an answer");
        return found;
    }

    private static String conditions(Search search) {
        var all = new ArrayList<String>();
        all.add("e.occurred_at >= :from and e.occurred_at < :until");
        all.add(
                search.outside()
                        ? "(e.organization_id in (:organizations) or e.organization_id is null)"
                        : "e.organization_id in (:organizations)");
        if (search.module() != null) all.add("starts_with(e.action, :module)");
        if (search.accountIds() != null) all.add("e.account_id in (:accounts)");
        if (search.subject() != null) all.add("e.affected @> array[:subject]::uuid[]");
        if (!search.reading()) all.add("e.action not like '%-read'");
        return String.join(" and ", all);
    }

    private JdbcClient.StatementSpec bind(Search search, String sql) {
        return jdbc.sql(sql)
                .param("organizations", some(search.organizationIds()))
                .param("from", search.from().atOffset(ZoneOffset.UTC))
                .param("until", search.until().atOffset(ZoneOffset.UTC))
                .param("module", search.module() + ".")
                .param("accounts", search.accountIds() == null ? null : some(search.accountIds()))
                .param("subject", search.subject());
    }

    private static @Nullable Object some(Collection<UUID> ids) {
        return ids.isEmpty() ? null : ids;
    }

    @Override
    public Optional<ChainCheck> lastCheck(UUID organizationId) {
        var found = transaction.execute(status -> jdbc.sql(
                        "select checked_at, length, linked_until, broken_at from audit.checks where organization_id = ?")
                .param(organizationId)
                .query(ChainCheck.class)
                .optional());
        return found == null ? Optional.empty() : found;
    }

    @Override
    public Optional<ChainCheck> check(UUID organizationId) {
        chains.check(organizationId);
        return lastCheck(organizationId);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                instant(row),
                row.getObject("account_id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getString("action"),
                row.getString("subject_kind"),
                List.of((UUID[]) row.getArray("affected").getArray()),
                row.getInt("affected_count"),
                details(row.getString("details")));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("occurred_at", OffsetDateTime.class).toInstant();
    }

    private static Map<String, String> details(String packed) {
        var details = new TreeMap<String, String>();
        if (packed.isEmpty()) return details;
        Arrays.stream(packed.split(PAIR))
                .map(pair -> pair.split(VALUE, 2))
                .forEach(pair -> details.put(pair[0], pair[1]));
        return details;
    }
}
