package school.chancery.faults;

import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import school.chancery.yearclosing.ClosingSteps;
import school.chancery.yearclosing.domain.ApplyPlan;
import school.chancery.yearclosing.domain.ClosingState;
import school.chancery.yearclosing.domain.Closings;
import school.chancery.yearclosing.domain.Confirmations;
import school.chancery.yearclosing.domain.DryRuns;
import school.chancery.yearclosing.domain.Seals;

/**
 * Beside {@link CrashVictim}: closes the year of one school, takes it back as often as asked, closes it for good. It looks
 * how far the closing is and does the next thing, whatever happened before.
 */
@TestConfiguration(proxyBeanMethods = false)
public class ClosingVictim {
    static final String SCHOOL = "faults.school";
    static final String YEAR = "faults.year";
    static final String ROUNDS = "faults.rounds";
    private static final UUID DEPUTY = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID DIRECTOR = UUID.fromString("00000000-0000-0000-0000-000000000002");
    private static final UUID SECOND = UUID.fromString("00000000-0000-0000-0000-000000000003");

    @EventListener
    void begin(ApplicationReadyEvent event) {
        var environment = event.getApplicationContext().getEnvironment();
        var rows = owner(environment);
        var steps = new ClosingSteps(
                event.getApplicationContext()::getBean,
                rows,
                environment.getRequiredProperty(SCHOOL, UUID.class),
                environment.getRequiredProperty(YEAR, UUID.class),
                DIRECTOR,
                SECOND,
                DEPUTY);
        var rounds = environment.getRequiredProperty(ROUNDS, Integer.class);
        var worker = new Thread(() -> work(steps, rows, rounds), "closing");
        worker.setDaemon(true);
        worker.start();
    }

    // Beside the wire: what is written so is no commit of the product.
    private static JdbcClient owner(Environment environment) {
        return JdbcClient.create(new DriverManagerDataSource(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("chancery.owner.username"),
                environment.getRequiredProperty("chancery.owner.password")));
    }

    private static void work(ClosingSteps steps, JdbcClient rows, int rounds) {
        CommitWire.awaitArmed();
        try {
            while (step(steps, rows, rounds)) continue;
            System.out.println("CLOSED");
        } catch (RuntimeException failure) {
            failure.printStackTrace(System.out);
        }
    }

    private static boolean step(ClosingSteps steps, JdbcClient rows, int rounds) {
        var closing = steps.as(() -> steps.bean(Closings.class).find(steps.organization, steps.year));
        if (closing.isEmpty() || closing.get().state() == ClosingState.UNDONE) {
            steps.open();
            return true;
        }
        steps.closing = closing.get().id();
        var hash = closing.get().planHash();
        switch (closing.get().state()) {
            case OPENED -> {
                steps.check();
                steps.explainAll();
                steps.openClasses();
            }
            case CLASSES -> {
                steps.acceptClasses();
                steps.council();
            }
            case COUNCIL -> {
                steps.approveClasses();
                steps.as(() -> steps.bean(DryRuns.class).run(steps.closing));
            }
            case PLANNED -> steps.as(() -> steps.bean(Confirmations.class).confirm(steps.closing, hash, DIRECTOR));
            case CONFIRMED -> steps.as(() -> steps.bean(Confirmations.class).countersign(steps.closing, hash, SECOND));
            case COUNTERSIGNED -> {
                steps.issueOrders();
                steps.as(() -> steps.bean(ApplyPlan.class).apply(steps.closing));
            }
            case APPLIED -> steps.activate();
            case ACTIVE -> {
                if (undone(rows) < rounds) steps.undo();
                else steps.as(() -> steps.bean(Seals.class).seal(steps.closing, false, DIRECTOR));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static int undone(JdbcClient rows) {
        return rows.sql("select count(*) from yearclosing.closings where state = 'UNDONE'")
                .query(Integer.class)
                .single();
    }
}
