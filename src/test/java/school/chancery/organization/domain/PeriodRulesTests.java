package school.chancery.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import school.chancery.TestDatabase;
import school.chancery.organization.Period;
import school.chancery.organization.SchoolYear;
import school.chancery.organization.TermPlan;
import school.chancery.organization.TermScheme;

/** What the product says of years and terms is what the database says of them, whatever the dates. */
class PeriodRulesTests {
    private static final UUID SCHOOL = UUID.randomUUID();
    private static final UUID YEAR = UUID.randomUUID();
    private static final LocalDate STARTS = LocalDate.of(2026, 9, 1);
    private static final LocalDate ENDS = LocalDate.of(2027, 8, 31);
    private static final SchoolYear SCHOOL_YEAR =
            new SchoolYear(YEAR, SCHOOL, STARTS, ENDS, null, SchoolYear.State.OPEN, 0);
    private static Connection connection;
    private static JdbcTemplate rows;

    @BeforeContainer
    static void openAYear() throws SQLException {
        connection = TestDatabase.fresh().owner().getConnection();
        connection.setAutoCommit(false);
        rows = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        rows.update("""
                insert into organization.organizations
                    (id, code, type, full_name, short_name, locality, zone, head_title)
                values (?, 'office', 'DISTRICT_OFFICE', '-', '-', '-', 'Europe/Moscow', '-')""", SCHOOL);
        insertYear(YEAR, STARTS, ENDS);
    }

    @AfterContainer
    static void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Property(tries = 1000)
    void twoPlansThatTheProductTakesAreTakenByTheDatabase(
            @ForAll("plans") TermPlan first, @ForAll("plans") TermPlan second) throws SQLException {
        var taken = first.faults(SCHOOL_YEAR).isEmpty()
                && second.faults(SCHOOL_YEAR).isEmpty()
                && !second.sharesGrades(first.gradeFrom(), first.gradeTo());
        assertThat(isTaken(() -> {
                    insertTerms(first);
                    insertTerms(second);
                }))
                .isEqualTo(taken);
    }

    @Property(tries = 1000)
    void aYearThatTheProductTakesIsTakenByTheDatabase(
            @ForAll @IntRange(min = -900, max = 900) int start, @ForAll @IntRange(min = 150, max = 420) int length)
            throws SQLException {
        var startsOn = STARTS.plusDays(start);
        var endsOn = startsOn.plusDays(length);
        assertThat(isTaken(() -> insertYear(UUID.randomUUID(), startsOn, endsOn)))
                .isEqualTo(SchoolYearDates.faults(startsOn, endsOn, List.of(SCHOOL_YEAR))
                        .isEmpty());
    }

    @Property(tries = 1000)
    void everyDayOfAPlanThatIsTakenBelongsToOneTermAtMost(@ForAll("plans") TermPlan plan) {
        var days = STARTS.minusDays(40).datesUntil(ENDS.plusDays(40)).toList();
        var clash = days.stream()
                .anyMatch(day -> plan.periods().stream()
                                .filter(period -> period.contains(day))
                                .count()
                        > 1);
        var outside = days.stream()
                .filter(day -> !SCHOOL_YEAR.contains(day))
                .anyMatch(day -> plan.periods().stream().anyMatch(period -> period.contains(day)));
        if (plan.faults(SCHOOL_YEAR).isEmpty()) assertThat(clash || outside).isFalse();
        if (clash || outside) assertThat(plan.faults(SCHOOL_YEAR)).isNotEmpty();
    }

    @Provide
    Arbitrary<TermPlan> plans() {
        var grades = Arbitraries.integers().between(1, 11);
        return Combinators.combine(Arbitraries.of(TermScheme.class), grades, grades, periods())
                .as((scheme, from, to, periods) -> new TermPlan(
                        scheme, Math.min(from, to), Math.max(from, to), periods.subList(0, scheme.terms())));
    }

    // Mostly in order, so that many plans are good; each with a few days of disorder, so that many are not.
    private Arbitrary<List<Period>> periods() {
        var disorder = Arbitraries.frequency(Tuple.of(12, 0), Tuple.of(1, -45), Tuple.of(1, 45));
        return disorder.list()
                .ofSize(8)
                .map(days -> IntStream.range(0, 4)
                        .mapToObj(at -> new Period(
                                STARTS.plusDays(at * 80L + days.get(2 * at)),
                                STARTS.plusDays(at * 80L + 60 + days.get(2 * at + 1))))
                        .toList());
    }

    private static boolean isTaken(Runnable writing) throws SQLException {
        var before = connection.setSavepoint();
        try {
            writing.run();
            return true;
        } catch (DataAccessException refused) {
            return false;
        } finally {
            connection.rollback(before);
        }
    }

    private static void insertYear(UUID id, LocalDate startsOn, LocalDate endsOn) {
        rows.update(
                "insert into organization.school_years (id, organization_id, starts_on, ends_on) values (?, ?, ?, ?)",
                id,
                SCHOOL,
                startsOn,
                endsOn);
    }

    private static void insertTerms(TermPlan plan) {
        for (var at = 0; at < plan.periods().size(); at++)
            rows.update(
                    """
                    insert into organization.terms (id, organization_id, school_year_id, year_starts_on, year_ends_on,
                        scheme, number, grade_from, grade_to, starts_on, ends_on)
                    values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    SCHOOL,
                    YEAR,
                    STARTS,
                    ENDS,
                    plan.scheme().name(),
                    at + 1,
                    plan.gradeFrom(),
                    plan.gradeTo(),
                    plan.periods().get(at).startsOn(),
                    plan.periods().get(at).endsOn());
    }
}
