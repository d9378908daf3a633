package school.chancery.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static school.chancery.faults.Fatal.Side.AFTER;
import static school.chancery.faults.Fatal.Side.BEFORE;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jsoup.HttpStatusException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The product is killed while a file is loaded: the file is in the register as a whole, or nothing of it. */
@Tag("faults")
class ImportCrashTests {
    @TempDir
    static Path home;

    private static CrashStage stage;

    @BeforeAll
    static void fillTheDemo() {
        stage = CrashStage.filled(home);
    }

    @Test
    void aFileIsInWhollyOrNotAtAllAfterKillsAtTheCommitsThatMatter() {
        var points = List.of(
                Fatal.writes(BEFORE, "+exchange.import_pieces"),
                Fatal.writes(BEFORE, "+exchange.import_rows"),
                // All of it is written, and nothing of it may stay.
                Fatal.writes(BEFORE, "+organization.subjects"),
                // It is in, but the person who confirmed it got no answer.
                Fatal.writes(AFTER, "+organization.subjects"));
        assertThat(loaded(Plan.each(points))).hasSize(points.size());
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE", "AFTER"})
    void aFileIsInWhollyOrNotAtAllWhateverTheCommitWrote(Fatal.Side side) {
        var kinds = loaded(Plan.everyKind(side));
        System.out.println("Killed " + side + " each of " + kinds.size() + " kinds of commits of an import: " + kinds);
        assertThat(kinds).hasSizeGreaterThan(4).doesNotHaveDuplicates();
    }

    private static List<String> loaded(Plan plan) {
        var database = stage.database();
        var mail = CrashStage.mailServer();
        try (var product = new Restarting(stage.properties(database, mail), plan)) {
            var loader = new Loader(new JdbcTemplate(database.owner()), CrashStage.PASSWORD);
            loader.moveTo(product.current().url());
            await().atMost(Duration.ofMinutes(30))
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> step(product, loader));
            assertThat(loader.loaded()).isEqualTo(Loader.ROWS);
            assertThat(loader.audited()).isEqualTo(1);
            return product.kinds();
        } finally {
            mail.stop();
        }
    }

    private static boolean step(Restarting product, Loader loader) {
        if (product.restartedIfDead()) loader.moveTo(product.current().url());
        try {
            loader.step();
        } catch (UncheckedIOException died) {
            if (died.getCause() instanceof HttpStatusException answer && answer.getStatusCode() != 503)
                throw new AssertionError(answer.getStatusCode() + " " + answer.getUrl() + "\n" + product.tail(), died);
            return false;
        }
        assertThat(loader.loaded()).isIn(0, Loader.ROWS);
        return loader.isFinished();
    }
}
