package school.chancery.orders.domain;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;

/**
 * Numbers without a gap within organization, series and year. The counter row stays locked until the registering
 * transaction ends, so it is taken last, and a transaction that fails gives its number back.
 */
@Service
public class Numbering {
    private final JdbcClient jdbc;
    private final Audit audit;

    Numbering(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** The next number of the series in the year of the order's date. */
    @Transactional(propagation = Propagation.MANDATORY)
    OrderNumber next(UUID organizationId, Series series, LocalDate on) {
        OrderNumber number;
        do number = step(organizationId, series, on.getYear());
        while (isTaken(organizationId, series, number));
        return number;
    }

    /** The next number of a local act of the organization, running through the years. */
    @Transactional(propagation = Propagation.MANDATORY)
    int nextActNumber(UUID organizationId) {
        return jdbc.sql("""
                        insert into orders.act_counters as c (organization_id, last_number) values (?, 1)
                        on conflict (organization_id) do update set last_number = c.last_number + 1
                        returning last_number""").param(organizationId).query(Integer.class).single();
    }

    @Transactional(readOnly = true)
    public Map<Series, SeriesState> states(UUID organizationId, int year) {
        var states = new EnumMap<Series, SeriesState>(Series.class);
        for (var series : Series.values()) {
            states.put(series, new SeriesState(pattern(organizationId, series), last(organizationId, series, year)));
        }
        return states;
    }

    /**
     * Sets how the series are numbered from now on.
     *
     * @param states the pattern of each series and the last number given, on paper too; a last number below the
     *     present one is left as it is
     */
    @Transactional
    public void settle(UUID organizationId, int year, Map<Series, SeriesState> states) {
        // Emptied first: swapping two patterns would meet the unique key half-way.
        jdbc.sql("update orders.series_patterns set pattern = '{seq}' || series where organization_id = ?")
                .param(organizationId)
                .update();
        states.forEach((series, state) -> {
            settle(organizationId, series, state.pattern());
            raise(organizationId, series, year, state.last());
        });
        audit.record(new AuditEntry("orders.numbering-settled", organizationId, "series", List.of(), told(states)));
    }

    private void settle(UUID organizationId, Series series, NumberPattern pattern) {
        jdbc.sql("""
                        insert into orders.series_patterns (organization_id, series, pattern) values (?, ?, ?)
                        on conflict (organization_id, series) do update set pattern = excluded.pattern""").params(organizationId, series.name(), pattern.text()).update();
    }

    private static Map<String, String> told(Map<Series, SeriesState> states) {
        var told = new java.util.HashMap<String, String>();
        states.forEach(
                (series, state) -> told.put(series.name(), state.pattern().text() + " > " + state.last()));
        return told;
    }

    NumberPattern pattern(UUID organizationId, Series series) {
        return pattern(
                series,
                jdbc.sql("select pattern from orders.series_patterns where organization_id = ? and series = ?")
                        .params(organizationId, series.name())
                        .query(String.class)
                        .optional()
                        .orElse(null));
    }

    private static NumberPattern pattern(Series series, @Nullable String own) {
        return own == null ? series.defaultPattern() : NumberPattern.of(own);
    }

    private int last(UUID organizationId, Series series, int year) {
        return jdbc.sql(
                        "select last_sequence from orders.counters where organization_id = ? and series = ? and year = ?")
                .params(organizationId, series.name(), year)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private OrderNumber step(UUID organizationId, Series series, int year) {
        return jdbc.sql("""
                        insert into orders.counters as c (organization_id, series, year, last_sequence)
                        values (?, ?, ?, 1)
                        on conflict (organization_id, series, year) do update set last_sequence = c.last_sequence + 1
                        returning last_sequence, (select p.pattern from orders.series_patterns p
                            where p.organization_id = c.organization_id and p.series = c.series)""")
                .params(organizationId, series.name(), year)
                .query((row, i) -> {
                    var sequence = row.getInt(1);
                    return new OrderNumber(
                            year, sequence, pattern(series, row.getString(2)).format(sequence, year));
                })
                .single();
    }

    /** The last number given, at least this one. Nobody else gets a number until the transaction ends. */
    int raise(UUID organizationId, Series series, int year, int last) {
        return jdbc.sql("""
                        insert into orders.counters as c (organization_id, series, year, last_sequence)
                        values (?, ?, ?, ?)
                        on conflict (organization_id, series, year)
                            do update set last_sequence = greatest(c.last_sequence, excluded.last_sequence)
                        returning last_sequence""")
                .params(organizationId, series.name(), year, last)
                .query(Integer.class)
                .single();
    }

    /** A typed number of the past may stand where the counter arrives: it is stepped over, never given twice. */
    boolean isTaken(UUID organizationId, Series series, OrderNumber number) {
        return jdbc.sql("""
                        select exists (select from orders.orders
                            where organization_id = ? and series = ? and year = ?
                              and (number = ? or sequence = ?::int))""")
                .params(organizationId, series.name(), number.year(), number.text(), number.sequence())
                .query(Boolean.class)
                .single();
    }

    /**
     * @param last the last sequence number given this year; 0 = none yet
     */
    public record SeriesState(NumberPattern pattern, int last) {}
}
