package school.chancery.orders.domain;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Acting;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.organization.Organizations;

/**
 * Numbers that orders bring from paper. Those of the running year move the counter, so a slip of the pen would leave
 * numbers out for good: whoever means it says why. A year that is over is not counted on.
 */
@Service
public class PaperNumbers {
    private final Numbering numbering;
    private final Organizations organizations;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Audit audit;

    PaperNumbers(Numbering numbering, Organizations organizations, JdbcClient jdbc, Clock clock, Audit audit) {
        this.numbering = numbering;
        this.organizations = organizations;
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    sealed interface Answer {
        record Given(OrderNumber number) implements Answer {}

        record Taken() implements Answer {}

        /** Numbers that would be left out, from and to; nothing is changed. */
        record LeavesOut(int first, int last) implements Answer {}
    }

    /** Numbers that the register was told will never come. */
    public record Skipped(Series series, int firstSequence, int lastSequence, String reason) {}

    /** @param reason why numbers before this one are not in the register; null = none are left out */
    @Transactional(propagation = Propagation.MANDATORY)
    Answer take(UUID organizationId, Series series, int year, String typed, @Nullable String reason) {
        var sequence = numbering.pattern(organizationId, series).sequenceOf(typed, year);
        var number = new OrderNumber(year, sequence.isPresent() ? sequence.getAsInt() : null, typed);
        if (numbering.isTaken(organizationId, series, number)) return new Answer.Taken();
        if (number.sequence() == null
                || year != organizations.today(organizationId).getYear()) {
            return new Answer.Given(number);
        }
        return countOn(organizationId, series, number, number.sequence(), reason);
    }

    private Answer countOn(
            UUID organizationId, Series series, OrderNumber number, int sequence, @Nullable String reason) {
        var first = numbering.raise(organizationId, series, number.year(), 0) + 1;
        if (sequence > first) {
            if (reason == null) return new Answer.LeavesOut(first, sequence - 1);
            skip(organizationId, number.year(), new Skipped(series, first, sequence - 1, reason));
        }
        numbering.raise(organizationId, series, number.year(), sequence);
        return new Answer.Given(number);
    }

    private void skip(UUID organizationId, int year, Skipped skipped) {
        jdbc.sql("""
                        insert into orders.skipped_numbers (organization_id, series, year, first_sequence, last_sequence,
                            reason, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        organizationId,
                        skipped.series().name(),
                        year,
                        skipped.firstSequence(),
                        skipped.lastSequence(),
                        skipped.reason(),
                        Acting.current().accountId(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        var told = Map.of(
                "series", skipped.series().name(),
                "year", Integer.toString(year),
                "numbers", skipped.firstSequence() + "-" + skipped.lastSequence());
        audit.record(new AuditEntry("orders.numbers-skipped", organizationId, "series", List.of(), told));
    }

    @Transactional(readOnly = true)
    public List<Skipped> skipped(UUID organizationId, int year) {
        return jdbc.sql("""
                        select series, first_sequence, last_sequence, reason from orders.skipped_numbers
                        where organization_id = ? and year = ? order by series, first_sequence""").params(organizationId, year).query(Skipped.class).list();
    }
}
