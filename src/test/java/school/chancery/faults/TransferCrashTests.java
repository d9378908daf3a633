package school.chancery.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static school.chancery.faults.Fatal.Side.AFTER;
import static school.chancery.faults.Fatal.Side.BEFORE;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.HttpStatusException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The product is killed, as {@code kill -9} does, at commits of a transfer between two schools; the people of both come
 * back and go on. The child ends in one class, each school has its line in the book, and nothing is done twice.
 */
class TransferCrashTests {
    private static final Duration LONGEST = Duration.ofMinutes(40);

    @TempDir
    static Path home;

    private static CrashStage stage;

    @BeforeAll
    static void fillTheDemo() {
        stage = CrashStage.filled(home);
    }

    @AfterAll
    static void forget() {
        stage = null;
    }

    @Test
    void aChildIsNeitherLostNorDoubledAfterKillsAtTheCommitsThatMatter() {
        var points = List.of(
                // The other school is asked, and the product dies before the teller knows.
                Fatal.writes(AFTER, "+students.place_requests"),
                // The order of withdrawal has its number, but nothing of it is kept.
                Fatal.writes(BEFORE, "+orders.counters"),
                // The child has left the one class and its line is written, but nothing of it is kept.
                Fatal.writes(BEFORE, "+students.movements"),
                // The other school has the child; the product dies before it has told the first one.
                Fatal.writes(AFTER, "+people.pupils"));
        assertThat(run(Plan.each(points))).hasSize(points.size());
    }

    @Tag("faults")
    @ParameterizedTest
    @MethodSource("everyCommit")
    void aChildIsNeitherLostNorDoubledWhereverTheKillFalls(Fatal point) {
        // Near the end a run may have a commit less than the one that was counted.
        assertThat(run(Plan.once(point))).hasSizeLessThanOrEqualTo(1);
    }

    /** Before and after each commit of both cases. */
    static Stream<Arguments> everyCommit() {
        return IntStream.rangeClosed(
                        1,
                        story(kinds -> Fatal.NEVER, product -> product.current().commits()))
                .boxed()
                .flatMap(n -> Stream.of(Fatal.number(BEFORE, n), Fatal.number(AFTER, n)))
                .map(Arguments::of);
    }

    @Tag("faults")
    @ParameterizedTest
    @EnumSource(names = {"BEFORE", "AFTER"})
    void aChildIsNeitherLostNorDoubledWhateverTheCommitWrote(Fatal.Side side) {
        var kinds = run(Plan.everyKind(side));
        System.out.println("Transfer killed " + side + " each of " + kinds.size() + " kinds of commits: " + kinds);
        assertThat(kinds).hasSizeGreaterThan(15).doesNotHaveDuplicates();
    }

    private static List<String> run(Plan plan) {
        return story(plan, Restarting::kinds);
    }

    private static <T> T story(Plan plan, Function<Restarting, T> result) {
        var database = stage.database();
        var mail = CrashStage.mailServer();
        var owner = new JdbcTemplate(database.owner());
        var office = new TransferOffice(owner);
        try (var product = new Restarting(stage.properties(database, mail), plan)) {
            office.moveTo(product.current().url());
            await().atMost(LONGEST).pollInterval(Duration.ofMillis(200)).until(() -> {
                if (product.restartedIfDead()) office.moveTo(product.current().url());
                return stepped(product, office) && office.isFinished();
            });
            check(owner);
            return result.apply(product);
        } finally {
            mail.stop();
        }
    }

    private static boolean stepped(Restarting product, TransferOffice office) {
        try {
            office.step();
            return true;
        } catch (UncheckedIOException died) {
            if (died.getCause() instanceof HttpStatusException answer && answer.getStatusCode() != 503)
                throw new AssertionError(answer.getStatusCode() + " " + answer.getUrl() + "\n" + product.tail(), died);
            return false;
        }
    }

    private static void check(JdbcTemplate owner) {
        assertThat(EndState.numbersWithoutGap(owner)).as("numbers without gap").isTrue();
        once(owner, "students.transfers where state = 'ARRIVED'");
        once(owner, "students.place_requests where state = 'ENROLLED'");
        once(owner, "students.movements where kind = 'WITHDRAWAL' and number = 1");
        once(owner, "students.movements where kind = 'ARRIVAL' and number = 1");
        assertThat(count(owner, "students.movements")).isEqualTo(2);
        assertThat(count(owner, "orders.orders where status = 'REGISTERED'")).isEqualTo(2);
        // Each movement names exactly one registered order, and the child is in one class on any day.
        assertThat(count(owner, """
                students.movements m join orders.orders o on o.id = m.order_id and o.status = 'REGISTERED'
                    and o.number = m.order_number""")).isEqualTo(2);
        assertThat(count(owner, """
                students.enrollments a join students.enrollments b on a.person_id = b.person_id and a.id < b.id
                    and a.days && b.days where a.class_kind <> 'ASSOCIATION' and b.class_kind <> 'ASSOCIATION'""")).isZero();
        assertThat(count(owner, "audit.entries where action = 'students.student-moved'"))
                .isEqualTo(2);
        assertThat(count(owner, "workflow.incidents")).as("incidents").isZero();
        assertThat(count(owner, "workflow.facts where state in ('WAITING', 'STUCK')"))
                .as("facts on their way")
                .isZero();
    }

    private static void once(JdbcTemplate owner, String rows) {
        assertThat(count(owner, rows)).as(rows).isEqualTo(1);
    }

    private static int count(JdbcTemplate owner, String rows) {
        var found = owner.queryForObject("select count(*) from " + rows, Integer.class);
        return found == null ? 0 : found;
    }
}
