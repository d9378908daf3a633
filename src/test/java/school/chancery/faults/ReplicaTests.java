package school.chancery.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two nodes on one database, their clocks ten minutes apart: people work on both in one session, one node is killed on
 * the way, the other goes on. Each job has its effect once.
 */
class ReplicaTests {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    @TempDir
    static Path home;

    @Test
    void peopleWorkOnTwoNodesInOneSessionAndGoOnWhenOneIsKilled() {
        var stage = CrashStage.filled(home);
        var database = stage.database();
        var mail = CrashStage.mailServer();
        var settings = stage.properties(database, mail);
        var ahead = new HashMap<>(settings);
        ahead.putAll(Map.of(CrashVictim.CLOCK_OFFSET, "PT10M"));
        var starting = CompletableFuture.supplyAsync(() -> Victim.start(settings));
        try (var second = Victim.start(ahead);
                var first = starting.join()) {
            var owner = new JdbcTemplate(database.owner());
            var end = new EndState(owner, mail);
            var office = new Office(owner, CrashStage.PASSWORD);
            alternate(office, first, second, owner);
            first.close();
            assertThat(first.isAlive()).isFalse();
            office.goOnAt(second.url());
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> !office.step() && office.isFinished() && end.isQuiet());
            end.check();
            assertThat(jobsDoneTwice(owner)).isZero();
        } finally {
            mail.stop();
        }
    }

    /** Each step before the other node, until the application is on its way to the director. */
    private static void alternate(Office office, Victim first, Victim second, JdbcTemplate owner) {
        office.moveTo(first.url());
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            office.step();
            office.goOnAt(second.url());
            office.step();
            office.goOnAt(first.url());
            return submitted(owner);
        });
    }

    private static boolean submitted(JdbcTemplate owner) {
        return count(owner, "platform.applications where state <> 'DRAFT'") > 0;
    }

    // The engine's own clean-up is one job that is done again and again.
    private static int jobsDoneTwice(JdbcTemplate owner) {
        return count(
                owner,
                "(select job_id_ from engine.act_hi_job_log where job_state_ = 2"
                        + " and process_instance_id_ is not null group by job_id_ having count(*) > 1) t");
    }

    private static int count(JdbcTemplate owner, String rows) {
        var found = owner.queryForObject("select count(*) from " + rows, Integer.class);
        return found == null ? 0 : found;
    }
}
