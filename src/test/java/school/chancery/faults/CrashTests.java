package school.chancery.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import school.chancery.TestDatabase;

/**
 * The product is killed, as {@code kill -9} does, before or after one commit of an appointment by order and a
 * registration; its people come back and go on. Nothing is lost, nothing is done twice.
 */
@Tag("faults")
class CrashTests {
    private static final String PASSWORD = "Учебный-пароль-27";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    // More than a whole run makes; a kill point past the end is a run without a kill.
    private static final int COMMITS = 110;

    @TempDir
    static Path homes;

    private static TestDatabase filled;

    @BeforeAll
    static void fillTheDemo() {
        filled = TestDatabase.fresh();
        var properties = new HashMap<>(filled.properties());
        properties.put("spring.profiles.active", "demo");
        properties.put("chancery.demo.password", PASSWORD);
        properties.put("chancery.jobs.enabled", "false");
        properties.put("chancery.scheduling.enabled", "false");
        properties.putAll(common());
        Victim.start(properties).close();
    }

    @AfterAll
    static void forget() {
        filled = null;
    }

    @ParameterizedTest
    @CsvSource({"after,9", "before,24", "after,41", "before,58"})
    void nothingIsLostAndNothingTwiceAfterAKillAtACommit(String side, int commit) {
        run(side, commit);
    }

    @ParameterizedTest
    @MethodSource("everyCommit")
    void nothingIsLostAndNothingTwiceWhereverTheKillFalls(String side, int commit) {
        run(side, commit);
    }

    static Stream<Arguments> everyCommit() {
        return IntStream.rangeClosed(1, COMMITS)
                .boxed()
                .flatMap(n -> Stream.of(Arguments.of("before", n), Arguments.of("after", n)));
    }

    @Test
    void theCheckNoticesALostNumber() {
        var database = filled.copy();
        var owner = new JdbcTemplate(database.owner());
        assertThat(numbersWithoutGap(owner)).isTrue();
        owner.update("insert into orders.counters (organization_id, series, year, last_sequence)"
                + " select id, 'MAIN', 2026, 5 from organization.organizations where code = 'school-14'");
        assertThat(numbersWithoutGap(owner)).isFalse();
    }

    private static void run(String side, int commit) {
        var database = filled.copy();
        var mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        mail.start();
        try (var product = new Restarting(properties(database, mail))) {
            product.current().killAt(side, commit);
            var owner = new JdbcTemplate(database.owner());
            bringToTheEnd(product, new Office(owner, PASSWORD));
            assertThat(product.kills()).as("kills %s commit %s", side, commit).isEqualTo(1);
            check(owner, mail);
        } finally {
            mail.stop();
        }
    }

    private static void bringToTheEnd(Restarting product, Office office) {
        office.moveTo(product.current().url());
        await().atMost(PATIENCE.multipliedBy(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (product.restartedIfDead())
                        office.moveTo(product.current().url());
                    try {
                        office.step();
                    } catch (UncheckedIOException died) {
                        return false;
                    }
                    return office.isFinished();
                });
    }

    private static void check(JdbcTemplate owner, GreenMail mail) {
        assertThat(numbersWithoutGap(owner)).isTrue();
        assertThat(count(owner, "orders.orders where status = 'REGISTERED'")).isEqualTo(1);
        assertThat(count(owner, "orders.acknowledgements")).isEqualTo(1);
        assertThat(count(owner, "identity.role_assignments where role = 'PLATFORM_ADMINISTRATOR'"))
                .isEqualTo(1);
        assertThat(count(owner, "platform.applications")).isEqualTo(1);
        assertThat(count(owner, "audit.entries where action = 'orders.order-registered'"))
                .isEqualTo(1);
        assertThat(count(owner, "workflow.incidents")).isZero();
        assertThat(count(owner, "mail.outbox where key like 'platform.application%'"))
                .isEqualTo(1);
        var id = owner.queryForObject(
                "select message_id from mail.outbox where key like 'platform.application%'", String.class);
        var arrived = Arrays.stream(mail.getReceivedMessages())
                .map(CrashTests::id)
                .filter(each -> each.equals(id))
                .count();
        assertThat(arrived).isBetween(1L, 2L);
    }

    private static boolean numbersWithoutGap(JdbcTemplate owner) {
        var gaps = owner.queryForObject("""
                select count(*) from orders.counters c where c.last_sequence <> (select count(*) from orders.orders o
                    where o.organization_id = c.organization_id and o.series = c.series and o.status = 'REGISTERED'
                        and not o.historical)""", Integer.class);
        return gaps != null && gaps == 0;
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int count(JdbcTemplate owner, String table) {
        var rows = owner.queryForObject("select count(*) from " + table, Integer.class);
        return rows == null ? 0 : rows;
    }

    private static Map<String, String> properties(TestDatabase database, GreenMail mail) {
        var properties = new HashMap<>(database.properties());
        properties.put("chancery.mail.from", "chancery@example.org");
        properties.put("chancery.mail.smtp.host", "127.0.0.1");
        properties.put(
                "chancery.mail.smtp.port", Integer.toString(mail.getSmtp().getPort()));
        properties.put("chancery.mail.smtp.security", "NONE");
        properties.put("chancery.mail.send-every", "PT1S");
        properties.put("chancery.mail.tell-every", "PT2S");
        properties.put("chancery.mail.connect-timeout", "5s");
        properties.put("chancery.mail.read-timeout", "5s");
        properties.put("chancery.mail.write-timeout", "5s");
        properties.put("chancery.mail.claim", "20s");
        properties.put("chancery.mail.first-pause", "1s");
        properties.put("chancery.facts.interval", "PT1S");
        // A job of the killed process is free again after this; five minutes in the product.
        properties.put("camunda.bpm.job-execution.lock-time-in-millis", "3000");
        properties.putAll(common());
        return properties;
    }

    private static Map<String, String> common() {
        return Map.of("server.port", "0", "chancery.home", homes.toString(), "spring.jmx.enabled", "false");
    }
}
