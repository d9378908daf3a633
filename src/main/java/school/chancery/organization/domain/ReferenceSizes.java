package school.chancery.organization.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.organization.ClassSizes;

/**
 * Keeps how many were in each class on 20 September, once for each year, in the school's night. A night that was missed
 * is made up for; a school that loads its pupils later has its sizes taken in the first night that knows any.
 */
@Component
class ReferenceSizes {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceSizes.class);

    // Locked, so that of two nodes one takes them; a year of a school at work is left to the night.
    private static final String DUE = """
            select y.id, make_date(extract(year from y.starts_on)::int, 9, 20) as day
            from organization.school_years y join organization.organizations o on o.id = y.organization_id
            where y.reference_on is null
                and make_date(extract(year from y.starts_on)::int, 9, 20) between y.starts_on and y.ends_on
                and (:now at time zone o.zone)::date > make_date(extract(year from y.starts_on)::int, 9, 20)
                and extract(hour from :now at time zone o.zone) between 1 and 4
            order by y.id for update of y skip locked
            """;

    private static final String TAKE = """
            with known as (select * from unnest(?, ?) k (class_id, size)),
            years as (select distinct c.school_year_id as id from organization.classes c join known k on k.class_id = c.id
                where k.size > 0 and c.school_year_id = any(?)),
            sized as (
                update organization.classes c
                set reference_size = coalesce((select k.size from known k where k.class_id = c.id), 0)
                from years where c.school_year_id = years.id and c.reference_size is null)
            update organization.school_years y set reference_on = ? from years where y.id = years.id
            returning y.organization_id, y.id
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectProvider<ClassSizes> sizes;
    private final Audit audit;
    private final Clock clock;

    ReferenceSizes(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ObjectProvider<ClassSizes> sizes,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.sizes = sizes;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(cron = "0 12 * * * *")
    void take() {
        Acting.as(Actor.PRODUCT, () -> transaction.executeWithoutResult(status -> takeDue()));
    }

    private void takeDue() {
        var due = jdbc.sql(DUE).param("now", OffsetDateTime.now(clock)).query(Due.class).list().stream()
                .collect(Collectors.groupingBy(Due::day, Collectors.mapping(Due::id, Collectors.toList())));
        due.forEach((day, years) -> sizes.ifAvailable(known -> take(years, day, known.on(years, day))));
    }

    private void take(List<UUID> years, LocalDate day, Map<UUID, Integer> known) {
        var classes = List.copyOf(known.keySet());
        var taken = jdbc.sql(TAKE)
                .params(
                        classes.toArray(UUID[]::new),
                        classes.stream().map(known::get).toArray(Integer[]::new),
                        years.toArray(UUID[]::new),
                        day)
                .query(Taken.class)
                .list();
        for (var year : taken)
            audit.record(
                    AuditEntry.of("organization.reference-sizes-taken", year.organizationId(), "school-year", year.id())
                            .with("day", day.toString()));
        LOG.info("Class sizes of {} are kept for {} school years", day, taken.size());
    }

    private record Due(UUID id, LocalDate day) {}

    private record Taken(UUID organizationId, UUID id) {}
}
