package school.chancery.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import school.chancery.ChanceryTest;
import school.chancery.TestDatabase;
import school.chancery.attacks.ChangeLog.Change;

/**
 * Requests that nobody sends by a form: over the wire, with sessions of every kind of person. None is answered with a
 * failure or with the product's insides, and one that is refused changes nothing.
 */
@ChanceryTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BadRequestTests {
    private static final long SEED = 20_261_124;
    private static final int ROUND = 400;
    private static final int MOVE_EVERY = 20;

    @Autowired
    private ApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @LocalServerPort
    private int port;

    // One connection: each new one costs more than a request.
    private final SingleConnectionDataSource database = new SingleConnectionDataSource(connection(), true);

    private final JdbcClient rows = JdbcClient.create(database);
    private final TreeMap<String, Integer> answers = new TreeMap<>();
    private final Set<String> faults = new TreeSet<>();
    private final Set<Target> tried = new HashSet<>();

    @AfterEach
    void close() {
        database.destroy();
    }

    private static Connection connection() {
        try {
            return TestDatabase.shared().owner().getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoThousandBadRequestsDoNoHarm() {
        attack(2_000);
    }

    @Test
    @Tag("faults")
    void twentyThousandBadRequestsDoNoHarm() {
        attack(20_000);
    }

    @Test
    void aChangeByARefusedRequestIsFound() {
        try (var changes = new ChangeLog(database)) {
            assertThat(changes.tables()).isGreaterThan(60);
            var world = new World(context, rows, url());
            assertThat(changes.take())
                    .extracting(Change::table)
                    .contains("platform.appointments", "engine.act_ru_task");
            assertThat(world.strangers().ids()).isNotEmpty();
            assertThat(changes.take()).isEmpty();
        }
    }

    private void attack(int requests) {
        var dice = new Random(SEED);
        var targets = Target.all(mapping);
        var strangers = new World(context, rows, url()).strangers();
        try (var changes = new ChangeLog(database)) {
            for (var left = requests; left > 0; left -= ROUND)
                round(new World(context, rows, url()), targets, strangers, dice, changes);
        }
        System.out.println("Bad requests: " + requests + ", answers " + answers + ", faults " + faults.size());
        assertThat(faults).isEmpty();
        assertThat(tried).containsAll(targets);
        assertThat(answers.keySet()).contains("200", "302", "400", "403", "404", "405");
        assertThat(answers.get("200")).isGreaterThan(requests / 10);
    }

    private void round(World world, List<Target> targets, Strangers strangers, Random dice, ChangeLog changes) {
        for (var i = 0; i < ROUND; i++) {
            var target = targets.get(dice.nextInt(targets.size()));
            var door = dice.nextInt(4) == 0
                    ? world.anybody(dice)
                    : world.competent(target, world.page(target, dice), dice);
            var draft = world.draft(target, door, dice);
            if (i % MOVE_EVERY == 0) world.move();
            else for (var n = dice.nextInt(2); n >= 0; n--) spoil(draft, dice, strangers);
            changes.take();
            shoot(target, draft, door, changes);
        }
    }

    private static void spoil(Draft draft, Random dice, Strangers strangers) {
        var ways = Spoiling.values();
        ways[dice.nextInt(ways.length)].spoil(draft, dice, strangers);
    }

    private void shoot(Target target, Draft draft, Door door, ChangeLog changes) {
        var answer = door.send(draft);
        tried.add(target);
        answers.merge(Integer.toString(answer.statusCode()), 1, Integer::sum);
        Judge.faults(draft, door, answer, changes.take())
                .forEach(fault -> faults.add(target + " " + fault + ": " + door + " " + draft));
    }

    private String url() {
        return "http://localhost:" + port;
    }
}
