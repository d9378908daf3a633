package school.chancery.organization.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.organization.NewSchoolYear;
import school.chancery.organization.Outcome;
import school.chancery.organization.Refusal;
import school.chancery.organization.SchoolYear;
import school.chancery.organization.SchoolYears;

@Service
@Transactional(readOnly = true)
class SchoolYearBook implements SchoolYears {
    private static final String SELECT = """
            select y.id, y.organization_id, y.starts_on, y.ends_on, y.reference_on, y.state, y.version
            from organization.school_years y
            """;

    private final JdbcClient jdbc;
    private final RegisterDesk desk;
    private final TransactionTemplate transaction;

    SchoolYearBook(JdbcClient jdbc, RegisterDesk desk, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.transaction = transaction;
    }

    @Override
    public Optional<SchoolYear> on(UUID organizationId, LocalDate day) {
        return jdbc.sql(SELECT + "where y.organization_id = ? and ? between y.starts_on and y.ends_on")
                .params(organizationId, day)
                .query(SchoolYearBook::read)
                .optional();
    }

    @Override
    public Optional<SchoolYear> find(UUID id) {
        return jdbc.sql(SELECT + "where y.id = ?")
                .param(id)
                .query(SchoolYearBook::read)
                .optional();
    }

    @Override
    public Optional<SchoolYear> following(UUID id) {
        return jdbc.sql(SELECT + """
                        join organization.school_years before on before.organization_id = y.organization_id
                            and extract(year from y.starts_on) = extract(year from before.starts_on) + 1
                        where before.id = ?
                        """).param(id).query(SchoolYearBook::read).optional();
    }

    @Override
    public List<SchoolYear> all(UUID organizationId) {
        return jdbc.sql(SELECT + "where y.organization_id = ? order by y.starts_on desc")
                .param(organizationId)
                .query(SchoolYearBook::read)
                .list();
    }

    @Override
    @Transactional
    public Outcome open(NewSchoolYear year) {
        desk.take(year.organizationId());
        var id = UUID.randomUUID();
        var reasons = SchoolYearDates.faults(year.startsOn(), year.endsOn(), all(year.organizationId()));
        if (!reasons.isEmpty()) return new Outcome.Refused(reasons);
        jdbc.sql("insert into organization.school_years (id, organization_id, starts_on, ends_on) values (?, ?, ?, ?)")
                .params(id, year.organizationId(), year.startsOn(), year.endsOn())
                .update();
        desk.record("organization.school-year-opened", year.organizationId(), "school-year", id);
        return new Outcome.Done(id);
    }

    // Whatever keeps dates inside the year, in modules this one does not know, refuses by its key; that ends the
    // transaction.
    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Outcome reschedule(UUID id, long version, LocalDate startsOn, LocalDate endsOn) {
        try {
            return transaction.execute(status -> move(id, version, startsOn, endsOn));
        } catch (DataIntegrityViolationException outside) {
            return Outcome.refused("startsOn", "organization.years.dates.in-use");
        }
    }

    private Outcome move(UUID id, long version, LocalDate startsOn, LocalDate endsOn) {
        var year = find(id).orElseThrow(() -> new IllegalArgumentException("no school year " + id));
        desk.take(year.organizationId());
        var reasons = faults(year, startsOn, endsOn);
        if (!reasons.isEmpty()) return new Outcome.Refused(reasons);
        var changed = jdbc.sql("""
                        update organization.school_years set starts_on = ?, ends_on = ?, version = version + 1
                        where id = ? and version = ?
                        """).params(startsOn, endsOn, id, version).update();
        if (changed == 0) return new Outcome.Stale();
        desk.record("organization.school-year-rescheduled", year.organizationId(), "school-year", id);
        return new Outcome.Done(id);
    }

    private List<Refusal> faults(SchoolYear year, LocalDate startsOn, LocalDate endsOn) {
        var others = all(year.organizationId()).stream()
                .filter(other -> !other.id().equals(year.id()))
                .toList();
        var reasons = SchoolYearDates.faults(startsOn, endsOn, others);
        return reasons.isEmpty() ? contents(year, startsOn, endsOn) : reasons;
    }

    private List<Refusal> contents(SchoolYear year, LocalDate startsOn, LocalDate endsOn) {
        var outside = jdbc.sql("""
                        select exists (select from organization.terms
                            where school_year_id = ? and (starts_on < ? or ends_on > ?))
                        """)
                .params(year.id(), startsOn, endsOn)
                .query(Boolean.class)
                .single();
        if (outside) return List.of(new Refusal("startsOn", "organization.years.dates.terms"));
        var reference = year.referenceOn();
        return reference == null || !reference.isBefore(startsOn) && !reference.isAfter(endsOn)
                ? List.of()
                : List.of(new Refusal("startsOn", "organization.years.dates.reference"));
    }

    private static SchoolYear read(ResultSet row, int index) throws SQLException {
        return new SchoolYear(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getObject("reference_on", LocalDate.class),
                SchoolYear.State.valueOf(row.getString("state")),
                row.getLong("version"));
    }
}
