package school.chancery.organization.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.Outcome;
import school.chancery.organization.Period;
import school.chancery.organization.Refusal;
import school.chancery.organization.SchoolYear;
import school.chancery.organization.SchoolYears;
import school.chancery.organization.Term;
import school.chancery.organization.TermPlan;
import school.chancery.organization.TermScheme;
import school.chancery.organization.Terms;

@Service
@Transactional(readOnly = true)
class TermRegister implements Terms {
    private static final String SELECT = """
            select id, school_year_id, scheme, number, grade_from, grade_to, starts_on, ends_on, basis
            from organization.terms where school_year_id = ?
            """;
    private static final String SAME_GRADES = " where school_year_id = ? and grade_from = ? and grade_to = ?";

    private final JdbcClient jdbc;
    private final SchoolYears years;
    private final RegisterDesk desk;

    TermRegister(JdbcClient jdbc, SchoolYears years, RegisterDesk desk) {
        this.jdbc = jdbc;
        this.years = years;
        this.desk = desk;
    }

    @Override
    public List<Term> of(UUID schoolYearId, int grade) {
        return jdbc.sql(SELECT + "and ? between grade_from and grade_to order by number")
                .params(schoolYearId, grade)
                .query(TermRegister::read)
                .list();
    }

    @Override
    public List<Term> ofYear(UUID schoolYearId) {
        return jdbc.sql(SELECT + "order by grade_from, number")
                .param(schoolYearId)
                .query(TermRegister::read)
                .list();
    }

    @Override
    @Transactional
    public Outcome plan(UUID schoolYearId, long version, TermPlan plan) {
        var year = taken(schoolYearId);
        if (year.version() != version) return new Outcome.Stale();
        var reasons = new ArrayList<>(plan.faults(year));
        if (meetsAnother(schoolYearId, plan)) reasons.add(new Refusal("gradeFrom", "organization.terms.grade.overlap"));
        if (!reasons.isEmpty()) return new Outcome.Refused(reasons);
        write(year, plan);
        return changed(year, "organization.terms-planned");
    }

    @Override
    @Transactional
    public Outcome withdraw(UUID schoolYearId, long version, int gradeFrom, int gradeTo) {
        var year = taken(schoolYearId);
        if (year.version() != version) return new Outcome.Stale();
        jdbc.sql("delete from organization.terms" + SAME_GRADES)
                .params(schoolYearId, gradeFrom, gradeTo)
                .update();
        return changed(year, "organization.terms-withdrawn");
    }

    // Read once to know whose year it is, and again when nobody else can change it any more.
    private SchoolYear taken(UUID schoolYearId) {
        desk.take(required(schoolYearId).organizationId());
        return required(schoolYearId);
    }

    private SchoolYear required(UUID schoolYearId) {
        return years.find(schoolYearId)
                .orElseThrow(() -> new IllegalArgumentException("no school year " + schoolYearId));
    }

    private Outcome changed(SchoolYear year, String fact) {
        jdbc.sql("update organization.school_years set version = version + 1 where id = ?")
                .param(year.id())
                .update();
        desk.record(fact, year.organizationId(), "school-year", year.id());
        return new Outcome.Done(year.id());
    }

    private boolean meetsAnother(UUID schoolYearId, TermPlan plan) {
        return ofYear(schoolYearId).stream()
                .filter(term -> term.gradeFrom() != plan.gradeFrom() || term.gradeTo() != plan.gradeTo())
                .anyMatch(term -> plan.sharesGrades(term.gradeFrom(), term.gradeTo()));
    }

    // Terms that only move keep their ids, for what refers to them; all in one statement, for the rule against
    // overlaps.
    private void write(SchoolYear year, TermPlan plan) {
        var numbers = IntStream.rangeClosed(1, plan.periods().size()).boxed().toArray(Integer[]::new);
        var starts = days(plan, Period::startsOn);
        var ends = days(plan, Period::endsOn);
        jdbc.sql("delete from organization.terms" + SAME_GRADES + " and scheme <> ?")
                .params(
                        year.id(),
                        plan.gradeFrom(),
                        plan.gradeTo(),
                        plan.scheme().name())
                .update();
        var moved = jdbc.sql("""
                        update organization.terms t
                        set starts_on = n.starts_on, ends_on = n.ends_on, basis = ?, version = t.version + 1
                        from unnest(?, ?::date[], ?::date[]) n (number, starts_on, ends_on)
                        where t.school_year_id = ? and t.grade_from = ? and t.grade_to = ? and t.number = n.number
                        """)
                .param(1, plan.basis(), Types.VARCHAR)
                .param(2, numbers)
                .param(3, starts)
                .param(4, ends)
                .param(5, year.id())
                .param(6, plan.gradeFrom())
                .param(7, plan.gradeTo())
                .update();
        if (moved == 0) insert(year, plan, numbers, starts, ends);
    }

    private void insert(SchoolYear year, TermPlan plan, Integer[] numbers, String[] starts, String[] ends) {
        jdbc.sql("""
                        insert into organization.terms (id, organization_id, school_year_id, year_starts_on,
                            year_ends_on, scheme, number, grade_from, grade_to, starts_on, ends_on, basis)
                        select gen_random_uuid(), y.organization_id, y.id, y.starts_on, y.ends_on, ?, n.number, ?, ?,
                            n.starts_on, n.ends_on, ?
                        from organization.school_years y,
                            unnest(?, ?::date[], ?::date[]) n (number, starts_on, ends_on)
                        where y.id = ?
                        """)
                .param(1, plan.scheme().name())
                .param(2, plan.gradeFrom())
                .param(3, plan.gradeTo())
                .param(4, plan.basis(), Types.VARCHAR)
                .param(5, numbers)
                .param(6, starts)
                .param(7, ends)
                .param(8, year.id())
                .update();
    }

    private static String[] days(TermPlan plan, Function<Period, LocalDate> end) {
        return plan.periods().stream().map(end).map(LocalDate::toString).toArray(String[]::new);
    }

    private static Term read(ResultSet row, int index) throws SQLException {
        return new Term(
                row.getObject("id", UUID.class),
                row.getObject("school_year_id", UUID.class),
                TermScheme.valueOf(row.getString("scheme")),
                row.getInt("number"),
                row.getInt("grade_from"),
                row.getInt("grade_to"),
                new Period(row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)),
                row.getString("basis"));
    }
}
