package school.chancery.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static school.chancery.workflow.TrialProcess.DECIDE;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.TestDatabase;
import school.chancery.audit.Acting;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;
import school.chancery.workflow.TrialProcess.Trials;
import school.chancery.workflow.engine.EngineTasks;

/** Many people finish the same tasks at once: each task is finished once, and the others are told that they are late. */
@ChanceryTest
@Import(TrialProcess.class)
class CompletionRaceTests {
    private static final ProcessVariable<String> DECISION = ProcessVariable.code("decision");
    private static final int RACERS = 8;

    @Autowired
    private Organizations organizations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    @Autowired
    private Trials trials;

    @Autowired
    private EngineTasks tasks;

    @Autowired
    private TaskService engine;

    @Autowired
    private TransactionTemplate transactions;

    private final JdbcTemplate owner = new JdbcTemplate(TestDatabase.shared().owner());

    @Test
    void fortyCompletionsOfFiveTasksFinishEachOnce() throws Exception {
        race(5);
    }

    @Test
    @Tag("faults")
    void eightHundredCompletionsOfAHundredTasksFinishEachOnce() throws Exception {
        race(100);
    }

    private void race(int cases) throws Exception {
        var made = new TestOrganizations(organizations);
        var school = made.school(made.office());
        var people = new TestPeople(accounts, roles);
        var racers = Stream.generate(() -> people.person(school, Role.DEPUTY))
                .limit(RACERS)
                .toList();
        for (var i = 0; i < cases; i++) trials.start(racers.get(0).actor(school), school);
        var ids = engine.createTaskQuery().tenantIdIn(school.code()).list().stream()
                .map(task -> task.getId())
                .toList();
        assertThat(ids).hasSize(cases);
        var won = run(
                racers,
                person -> ids.stream()
                        .filter(id -> Acting.as(person.actor(school), () -> finished(id)))
                        .toList());
        assertThat(won).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(count("workflow.decisions", school.id())).isEqualTo(cases);
        assertThat(owner.queryForObject(
                        "select count(*) from engine.act_hi_actinst where tenant_id_ = ? and act_id_ = 'EndEvent_Declined'",
                        Integer.class,
                        school.code()))
                .isEqualTo(cases);
    }

    private boolean finished(String id) {
        try {
            transactions.executeWithoutResult(
                    status -> tasks.complete(tasks.require(id, DECIDE), "NO", "Причина", List.of(DECISION.with("NO"))));
            return true;
        } catch (TaskNotOpenException
                | TaskNotFoundException
                | ConcurrencyFailureException
                | OptimisticLockingException late) {
            return false;
        }
    }

    private List<String> run(List<TestPerson> racers, Function<TestPerson, List<String>> work) throws Exception {
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(racers.size());
        try {
            var running = new ArrayList<Future<List<String>>>();
            for (var person : racers)
                running.add(pool.submit(() -> {
                    start.await();
                    return work.apply(person);
                }));
            start.countDown();
            var won = new ArrayList<String>();
            for (var each : running) won.addAll(each.get());
            return won;
        } finally {
            pool.shutdownNow();
        }
    }

    private int count(String table, Object organization) {
        return owner.queryForObject(
                "select count(*) from " + table + " where organization_id = ?", Integer.class, organization);
    }
}
