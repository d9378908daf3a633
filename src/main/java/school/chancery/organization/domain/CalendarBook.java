package school.chancery.organization.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.organization.WorkingDays;

/** The offices' working-day calendars: read for terms, kept by the office. */
@Service
public class CalendarBook implements WorkingDays {
    // Longer than any run of days off, so that most terms need one look at the table.
    private static final int MARGIN_DAYS = 21;

    private final JdbcClient jdbc;
    private final CalendarSeed seed;
    private final Audit audit;

    CalendarBook(JdbcClient jdbc, CalendarSeed seed, Audit audit) {
        this.jdbc = jdbc;
        this.seed = seed;
        this.audit = audit;
    }

    @Override
    public boolean isWorkingDay(UUID organizationId, LocalDate day) {
        return isWorked(day, between(organizationId, day, day));
    }

    @Override
    public List<LocalDate> plusWorkingDays(UUID organizationId, LocalDate from, List<Integer> counts) {
        var most = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
        if (counts.stream().anyMatch(count -> count < 0))
            throw new IllegalArgumentException("a term does not run backwards: " + counts);
        var ends = ends(organizationId, from, most);
        return counts.stream().map(ends::get).toList();
    }

    // The day itself and the working days after it, as many as the longest term has.
    private List<LocalDate> ends(UUID organizationId, LocalDate from, int most) {
        var ends = new ArrayList<>(List.of(from));
        var known = from;
        var kinds = Map.<LocalDate, DayKind>of();
        for (var day = from; ends.size() <= most; ) {
            day = day.plusDays(1);
            if (day.isAfter(known)) {
                known = day.plusDays((most + 1 - ends.size()) * 7L / 5 + MARGIN_DAYS);
                kinds = between(organizationId, day, known);
            }
            if (isWorked(day, kinds)) ends.add(day);
        }
        return ends;
    }

    private static boolean isWorked(LocalDate day, Map<LocalDate, DayKind> kinds) {
        var kind = kinds.get(day);
        return kind == null ? !DayKind.isWeekend(day) : kind.isWorked();
    }

    // By the calendar of the office above, or its own.
    private Map<LocalDate, DayKind> between(UUID organizationId, LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        select d.day, d.kind, d.basis from organization.organizations o
                        join organization.calendar_days d on d.organization_id = coalesce(o.district_office_id, o.id)
                        where o.id = ? and d.day between ? and ?
                        """).params(organizationId, first, last).query(CalendarDay.class).list().stream()
                .collect(Collectors.toMap(CalendarDay::day, CalendarDay::kind));
    }

    /** The rows of a year, by date. */
    public List<CalendarDay> ofYear(UUID officeId, int year) {
        return jdbc.sql("""
                        select day, kind, basis from organization.calendar_days
                        where organization_id = ? and day between ? and ? order by day
                        """)
                .params(officeId, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .query(CalendarDay.class)
                .list();
    }

    /** Writes the day, in place of what stood there. */
    @Transactional
    public void put(UUID officeId, CalendarDay day) {
        upsert(officeId, day);
        audit.record(entry("organization.calendar-day-set", officeId, day.day())
                .with("kind", day.kind().name())
                .with("basis", day.basis()));
    }

    /** The day follows the five-day week again; false when it did already. */
    @Transactional
    public boolean remove(UUID officeId, LocalDate day) {
        var removed = jdbc.sql("delete from organization.calendar_days where organization_id = ? and day = ?")
                .params(officeId, day)
                .update();
        if (removed > 0) audit.record(entry("organization.calendar-day-removed", officeId, day));
        return removed > 0;
    }

    /** Enters the years we know into a calendar that has no row of them; a year the office has begun is its own. */
    @Transactional
    public void fill(UUID officeId) {
        for (var year : seed.years()) {
            if (!ofYear(officeId, year).isEmpty()) continue;
            seed.daysOf(year).forEach(day -> upsert(officeId, day));
            audit.record(AuditEntry.of("organization.calendar-year-filled", officeId, "organization", officeId)
                    .with("year", Integer.toString(year)));
        }
    }

    private void upsert(UUID officeId, CalendarDay day) {
        jdbc.sql("""
                        insert into organization.calendar_days (organization_id, day, kind, basis) values (?, ?, ?, ?)
                        on conflict (organization_id, day) do update set kind = excluded.kind, basis = excluded.basis
                        """)
                .params(officeId, day.day(), day.kind().name(), day.basis())
                .update();
    }

    private static AuditEntry entry(String action, UUID officeId, LocalDate day) {
        return AuditEntry.of(action, officeId, "organization", officeId).with("day", day.toString());
    }
}
