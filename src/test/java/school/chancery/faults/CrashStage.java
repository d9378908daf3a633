package school.chancery.faults;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jsoup.HttpStatusException;
import org.springframework.jdbc.core.JdbcTemplate;
import school.chancery.TestDatabase;

/** A demo school in a database of its own, its people, a mail server, and a product that is killed by plan. */
final class CrashStage {
    static final String PASSWORD = "Учебный-пароль-27";
    /** For one life of the product; nothing is wrong with a machine that is busy. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration LONGEST = Duration.ofHours(2);

    private final TestDatabase filled;
    private final Path home;

    private CrashStage(TestDatabase filled, Path home) {
        this.filled = filled;
        this.home = home;
    }

    static CrashStage filled(Path home) {
        var stage = new CrashStage(TestDatabase.fresh(), home);
        var properties = stage.properties(stage.filled);
        properties.put("spring.profiles.active", "demo");
        properties.put("chancery.demo.password", PASSWORD);
        properties.put("chancery.jobs.enabled", "false");
        properties.put("chancery.scheduling.enabled", "false");
        Victim.start(properties).close();
        return stage;
    }

    TestDatabase database() {
        return filled.copy();
    }

    /** Both cases to their end, checked. @return what the commits wrote at which the product died */
    List<String> run(Plan plan, Map<String, String> settings) {
        var database = database();
        var mail = mailServer();
        var properties = properties(database, mail);
        properties.putAll(settings);
        try (var product = new Restarting(properties, plan)) {
            var owner = new JdbcTemplate(database.owner());
            bringToTheEnd(product, new Office(owner, PASSWORD), new EndState(owner, mail));
            return product.kinds();
        } finally {
            mail.stop();
        }
    }

    /** How many writing commits a run without a kill has. */
    int commits() {
        var database = database();
        var mail = mailServer();
        var properties = properties(database, mail);
        try (var product = new Restarting(properties, kinds -> Fatal.NEVER)) {
            var owner = new JdbcTemplate(database.owner());
            bringToTheEnd(product, new Office(owner, PASSWORD), new EndState(owner, mail));
            return product.current().commits();
        } finally {
            mail.stop();
        }
    }

    private static void bringToTheEnd(Restarting product, Office office, EndState end) {
        office.moveTo(product.current().url());
        var deadline = new AtomicReference<>(Instant.now().plus(PATIENCE));
        await().atMost(LONGEST).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (product.restartedIfDead()) {
                office.moveTo(product.current().url());
                deadline.set(Instant.now().plus(PATIENCE));
            }
            if (Instant.now().isAfter(deadline.get())) throw new AssertionError("stands still:\n" + product.tail());
            return stepped(product, office) && office.isFinished() && end.isQuiet();
        });
        end.check();
    }

    private static boolean stepped(Restarting product, Office office) {
        try {
            office.step();
            return true;
        } catch (UncheckedIOException died) {
            // A refusal or an error page of a living product is no death.
            if (died.getCause() instanceof HttpStatusException answer && answer.getStatusCode() != 503)
                throw new AssertionError(answer.getStatusCode() + " " + answer.getUrl() + "\n" + product.tail(), died);
            return false;
        }
    }

    static GreenMail mailServer() {
        var mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        });
        mail.start();
        return mail;
    }

    /** A start of the product on the database, with the mail server as its own. */
    Map<String, String> properties(TestDatabase database, GreenMail mail) {
        var properties = properties(database);
        properties.putAll(mail(mail));
        return properties;
    }

    private Map<String, String> properties(TestDatabase database) {
        var properties = new HashMap<>(database.properties());
        properties.put("server.port", "0");
        properties.put("chancery.home", home.toString());
        properties.put("spring.jmx.enabled", "false");
        return properties;
    }

    private static Map<String, String> mail(GreenMail server) {
        var properties = new HashMap<String, String>();
        properties.put("chancery.mail.from", "chancery@example.org");
        properties.put("chancery.mail.smtp.host", "127.0.0.1");
        properties.put(
                "chancery.mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
        properties.put("chancery.mail.smtp.security", "NONE");
        properties.put("chancery.mail.send-every", "PT1S");
        properties.put("chancery.mail.tell-every", "PT2S");
        properties.put("chancery.mail.connect-timeout", "2s");
        properties.put("chancery.mail.read-timeout", "2s");
        properties.put("chancery.mail.write-timeout", "2s");
        properties.put("chancery.mail.claim", "7s");
        properties.put("chancery.mail.first-pause", "1s");
        properties.put("chancery.facts.interval", "PT1S");
        // A job of the killed process is free again after this; five minutes in the product.
        properties.put("camunda.bpm.job-execution.lock-time-in-millis", "3000");
        return properties;
    }
}
