package school.chancery.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.chancery.faults.Fatal.Side.AFTER;
import static school.chancery.faults.Fatal.Side.BEFORE;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 * The product is killed, as {@code kill -9} does, before or after commits of an appointment by order and a registration;
 * its people come back and go on. Nothing is lost, nothing is done twice.
 */
class CrashTests {
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
    void nothingIsLostAndNothingTwiceAfterKillsAtTheCommitsThatMatter() {
        var points = List.of(
                // The number is given and the order signed; then the same again, but the answer is lost.
                Fatal.writes(BEFORE, "+orders.counters"),
                Fatal.writes(AFTER, "+identity.role_assignments"),
                // The application is owed to the platform.
                Fatal.writes(AFTER, "+mail.outbox"),
                // The mail server has it; the product dies before it can write that down.
                Fatal.writes(BEFORE, "mail.outbox", "platform.applications"));
        assertThat(stage.run(Plan.each(points), Map.of())).hasSize(points.size());
    }

    @Tag("faults")
    @ParameterizedTest
    @EnumSource(names = {"BEFORE", "AFTER"})
    void nothingIsLostAndNothingTwiceWhateverTheCommitWrote(Fatal.Side side) {
        var kinds = stage.run(Plan.everyKind(side), Map.of());
        System.out.println("Killed " + side + " each of " + kinds.size() + " kinds of commits: " + kinds);
        assertThat(kinds).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    }

    @Tag("faults")
    @ParameterizedTest
    @MethodSource("everyCommit")
    void nothingIsLostAndNothingTwiceWhereverTheKillFalls(Fatal point) {
        // Near the end a run may have a commit less than the one that was counted.
        assertThat(stage.run(Plan.once(point), Map.of())).hasSizeLessThanOrEqualTo(1);
    }

    static Stream<Arguments> everyCommit() {
        return IntStream.rangeClosed(1, stage.commits())
                .boxed()
                .flatMap(n -> Stream.of(Fatal.number(BEFORE, n), Fatal.number(AFTER, n)))
                .map(Arguments::of);
    }

    @Tag("faults")
    @Test
    void aProductThatGivesTheNumberBeforeTheOrderIsFound() {
        var plan = Plan.once(Fatal.writes(BEFORE, "+orders.counters"));
        assertThatThrownBy(() -> stage.run(plan, Map.of(CrashVictim.CARELESS, "true")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("numbers without gap");
    }

    @Test
    void theCheckNoticesALostNumber() {
        var database = stage.database();
        var owner = new JdbcTemplate(database.owner());
        assertThat(EndState.numbersWithoutGap(owner)).isTrue();
        owner.update("insert into orders.counters (organization_id, series, year, last_sequence)"
                + " select id, 'MAIN', 2026, 5 from organization.organizations where code = 'school-14'");
        assertThat(EndState.numbersWithoutGap(owner)).isFalse();
    }
}
