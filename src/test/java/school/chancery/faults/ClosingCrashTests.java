package school.chancery.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static school.chancery.faults.Fatal.Side.AFTER;
import static school.chancery.faults.Fatal.Side.BEFORE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import school.chancery.TestDatabase;
import school.chancery.yearclosing.ClosingInvariants;
import school.chancery.yearclosing.GeneratedSchool;

/**
 * The product is killed, as {@code kill -9} does, while a year is closed, taken back and closed again, and is started
 * anew. Whenever it dies, everything has happened to everybody or nothing to anybody; in the end the year is sealed.
 */
class ClosingCrashTests {
    private static final int FEW = 60;
    private static final int MANY = 1_000;

    @TempDir
    static Path home;

    @Test
    void nobodyIsLostOrDoubledAfterKillsAtTheCommitsThatMatter() {
        var points = List.of(
                Fatal.writes(BEFORE, "+yearclosing.roster"),
                Fatal.writes(AFTER, "+yearclosing.plan_rows"),
                // All enrolments, lines and debts are written, and nothing of it may stay.
                Fatal.writes(BEFORE, "+students.movements"),
                // All of it is kept, but the product dies before it has opened the next year.
                Fatal.writes(AFTER, "+students.movements"),
                Fatal.writes(BEFORE, "organization.school_years", "yearclosing.closings"),
                // Everything is taken back, and must not be.
                Fatal.writes(BEFORE, "-students.enrollments"),
                Fatal.writes(AFTER, "-students.enrollments"),
                Fatal.writes(BEFORE, "+students.movements"));
        assertThat(closed(FEW, 1, Plan.each(points))).hasSize(points.size());
    }

    @Tag("faults")
    @Test
    void nobodyIsLostOrDoubledAfterFortyKills() {
        assertThat(closed(FEW, 12, Plan.each(points(40)))).hasSize(40);
    }

    @Tag("faults")
    @Test
    void nobodyIsLostOrDoubledAfterThreeHundredKillsOfASchoolOfAThousand() {
        assertThat(closed(MANY, 80, Plan.each(points(300)))).hasSize(300);
    }

    // A life of the product is killed around its first, its second, … commit, so that each round is met elsewhere.
    private static List<Fatal> points(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> Fatal.number(n % 2 == 0 ? BEFORE : AFTER, 1 + n * 7 % 11))
                .toList();
    }

    private static List<String> closed(int pupils, int rounds, Plan plan) {
        var database = TestDatabase.fresh();
        var rows = JdbcClient.create(database.owner());
        var school = UUID.randomUUID();
        var year = UUID.randomUUID();
        found(rows, school, year, pupils);
        var invariants = new ClosingInvariants(database.owner(), school);
        try (var product = new Restarting(properties(database, school, year, rounds), plan)) {
            await().atMost(Duration.ofHours(3))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        if (product.restartedIfDead()) invariants.check();
                        return isSealed(rows, product);
                    });
            invariants.check();
            return product.kinds();
        }
    }

    private static boolean isSealed(JdbcClient rows, Restarting product) {
        if (product.current().log().stream().anyMatch(line -> line.contains("\tat school.chancery")))
            throw new AssertionError(product.tail());
        return rows.sql("select exists (select from yearclosing.closings where state = 'SEALED')")
                .query(Boolean.class)
                .single();
    }

    private static void found(JdbcClient rows, UUID school, UUID year, int pupils) {
        var today = LocalDate.now();
        var starts = LocalDate.of(today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1, 9, 1);
        var office = UUID.randomUUID();
        rows.sql("""
                        insert into organization.organizations (id, code, type, full_name, short_name, locality, zone, head_title)
                        values (?, 'office', 'DISTRICT_OFFICE', 'Управление', 'Управление', 'Приморск', 'Europe/Moscow', 'Начальник')
                        """).param(office).update();
        rows.sql("""
                        insert into organization.organizations (id, code, type, full_name, short_name, locality,
                            district_office_id, zone, head_title)
                        values (?, 'school-60', 'SCHOOL', 'Школа', 'Школа', 'Приморск', ?, 'Europe/Moscow', 'Директор')
                        """).params(school, office).update();
        rows.sql("insert into organization.school_years (id, organization_id, starts_on, ends_on) values (?, ?, ?, ?)")
                .params(year, school, starts, starts.plusYears(1).minusDays(1))
                .update();
        new GeneratedSchool(rows, school, year, starts, pupils, 7, GeneratedSchool.Lots.WILD).make();
    }

    private static HashMap<String, String> properties(TestDatabase database, UUID school, UUID year, int rounds) {
        var properties = new HashMap<>(database.properties());
        properties.put("server.port", "0");
        properties.put("chancery.home", home.toString());
        properties.put("spring.jmx.enabled", "false");
        properties.put("chancery.jobs.enabled", "false");
        properties.put("chancery.scheduling.enabled", "false");
        properties.put("spring.main.sources", ClosingVictim.class.getName());
        properties.put(ClosingVictim.SCHOOL, school.toString());
        properties.put(ClosingVictim.YEAR, year.toString());
        properties.put(ClosingVictim.ROUNDS, Integer.toString(rounds));
        return properties;
    }
}
