package school.chancery.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.TestClock;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.organization.TestOrganizations;
import school.chancery.workflow.TrialProcess.Trial;
import school.chancery.workflow.TrialProcess.Trials;
import school.chancery.workflow.domain.StoredFacts;

@ChanceryTest
@Import({TrialProcess.class, FaultyProcess.class})
class FactsTests extends FaultyStory {
    private static final ProcessVariable<String> DECISION = ProcessVariable.code("decision");
    private static final ProcessVariable<String> ANSWER = ProcessVariable.code("answer");

    @Autowired
    private Facts facts;

    @Autowired
    private Trials trials;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestClock clock;

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void keepsAFactThatComesBeforeTheCaseExpectsIt() {
        var trial = trials.start(director.actor(school), school);
        tell(TrialProcess.MESSAGE, trial, UUID.randomUUID(), List.of(ANSWER.with("YES")));
        delivery.deliverDue();
        assertThat(fact(trial)).containsEntry("state", "WAITING").containsEntry("problem", "NotYetExpected");

        decide(trial, "YES");
        delivery.deliverDue();
        assertThat(tasksOf(trial)).as("its time has not come again").isEmpty();
        clock.set(nextTry(trial));
        delivery.deliverDue();

        assertThat(fact(trial)).containsEntry("state", "DELIVERED").containsEntry("problem", null);
        assertThat(tasksOf(trial)).containsExactly(TrialProcess.FILE);
        assertThat(runtime.getVariable(trial.instanceId(), ANSWER.name())).isEqualTo("YES");
    }

    @Test
    void deliversAFactToldTwiceOnce() {
        var trial = trials.start(director.actor(school), school);
        decide(trial, "YES");
        var id = UUID.randomUUID();
        tell(TrialProcess.MESSAGE, trial, id, List.of());
        tell(TrialProcess.MESSAGE, trial, id, List.of());
        delivery.deliverDue();
        tell(TrialProcess.MESSAGE, trial, id, List.of());
        delivery.deliverDue();

        assertThat(fact(trial)).containsEntry("state", "DELIVERED").containsEntry("attempts", 0);
        assertThat(tasksOf(trial)).containsExactly(TrialProcess.FILE);
    }

    @Test
    void laysAFactAsideWhoseCaseHasEnded() {
        var trial = trials.start(director.actor(school), school);
        decide(trial, "NO");
        tell(TrialProcess.MESSAGE, trial, UUID.randomUUID(), List.of());
        delivery.deliverDue();

        assertThat(fact(trial)).containsEntry("state", "TOO_LATE");
        assertThat(fact(trial).get("settled_at")).isNotNull();
    }

    @Test
    void keepsAFactUntoldWhoseTellerRolledBack() {
        var trial = trials.start(director.actor(school), school);
        decide(trial, "YES");
        Acting.as(
                Actor.PRODUCT,
                () -> transactions.executeWithoutResult(status -> {
                    facts.tell(TrialProcess.MESSAGE, school.id(), trial.businessKey(), UUID.randomUUID(), List.of());
                    status.setRollbackOnly();
                }));
        delivery.deliverDue();
        assertThat(tasksOf(trial)).isEmpty();
    }

    @Test
    void keepsTheFactOfOneOrganizationFromTheCasesOfAnother() {
        var trial = trials.start(director.actor(school), school);
        decide(trial, "YES");
        var made = new TestOrganizations(organizations);
        var other = made.school(made.office());
        Acting.as(
                Actor.PRODUCT,
                () -> facts.tell(TrialProcess.MESSAGE, other.id(), trial.businessKey(), UUID.randomUUID(), List.of()));
        delivery.deliverDue();
        assertThat(tasksOf(trial)).isEmpty();
        assertThat(fact(trial)).containsEntry("state", "WAITING");
    }

    @Test
    void startsACaseOnceHoweverOftenItIsAskedFor() {
        var wanted = new NewCase(FaultyProcess.KEY, UUID.randomUUID(), school.id(), "Сбойная проба № 2", List.of());
        for (var round = 0; round < 2; round++) {
            Acting.as(Actor.PRODUCT, () -> facts.start(FaultyProcess.STARTED_BY, wanted));
            delivery.deliverDue();
        }
        var started = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(wanted.businessKey().toString())
                .list();
        assertThat(started)
                .singleElement()
                .satisfies(instance -> assertThat(instance.getTenantId()).isEqualTo(school.code()));
        assertThat(owner.queryForObject(
                        "select label from workflow.cases where process_instance_id = ?",
                        String.class,
                        started.get(0).getId()))
                .isEqualTo("Сбойная проба № 2");
    }

    @Test
    void deliversOnceWithManyDeliverersAtWork() throws InterruptedException {
        var trials = new ArrayList<Trial>();
        for (var i = 0; i < 6; i++) trials.add(waiting());
        trials.forEach(each -> tell(FaultyProcess.MESSAGE, each, UUID.randomUUID(), List.of()));
        var before = step.runs();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < 4; i++) threads.add(new Thread(delivery::deliverDue));
        threads.forEach(Thread::start);
        for (var thread : threads) thread.join();

        assertThat(trials).allSatisfy(each -> {
            assertThat(fact(each)).containsEntry("state", "DELIVERED").containsEntry("attempts", 0);
            assertThat(isRunning(each)).isFalse();
        });
        assertThat(step.runs() - before).isEqualTo(6);
    }

    @Test
    void triesAgainAfterAPauseThatGrowsAndTellsAPersonInTheEnd() {
        var trial = waiting();
        step.failWith(new IllegalStateException("имя-канарейка"));
        tell(FaultyProcess.MESSAGE, trial, UUID.randomUUID(), List.of());
        var pauses = new ArrayList<Duration>();
        for (var round = 0; round < StoredFacts.TRIES; round++) {
            clock.set(nextTry(trial));
            delivery.deliverDue();
            pauses.add(Duration.between(clock.instant(), nextTry(trial)));
        }

        assertThat(pauses).startsWith(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(45));
        assertThat(pauses).isSorted().endsWith(Duration.ofHours(6));
        assertThat(fact(trial)).containsEntry("state", "STUCK").containsEntry("attempts", StoredFacts.TRIES);
        assertThat(String.valueOf(fact(trial).get("problem"))).doesNotContain("канарейка");
        assertThat(isRunning(trial))
                .as("nothing of the failed deliveries stayed")
                .isTrue();
        assertThat(page(trial)).contains("сообщение для дела пока не принято");
        assertThat(resolutionsOf(trial)).isEqualTo(1);
    }

    @Test
    void deliversAStuckFactOnceItIsSetGoingAgain() {
        var trial = waiting();
        tell(FaultyProcess.MESSAGE, trial, UUID.randomUUID(), List.of());
        owner.update("update workflow.facts set state = 'STUCK' where business_key = ?", trial.businessKey());
        delivery.deliverDue();
        assertThat(isRunning(trial)).isTrue();

        Acting.as(Actor.PRODUCT, () -> stored().retry((UUID) fact(trial).get("id")));
        delivery.deliverDue();
        assertThat(fact(trial)).containsEntry("state", "DELIVERED");
        assertThat(isRunning(trial)).isFalse();
    }

    private StoredFacts stored() {
        return (StoredFacts) facts;
    }

    /** A case that waits for its message. */
    private Trial waiting() {
        var trial = faulty.start(school);
        var job = management
                .createJobQuery()
                .processInstanceId(trial.instanceId())
                .singleResult();
        Acting.as(Actor.PRODUCT, () -> management.executeJob(job.getId()));
        return trial;
    }

    private void tell(String message, Trial trial, UUID factId, List<ProcessVariable.Value> variables) {
        Acting.as(Actor.PRODUCT, () -> facts.tell(message, school.id(), trial.businessKey(), factId, variables));
    }

    private void decide(Trial trial, String decision) {
        var task = engine.createTaskQuery()
                .processInstanceId(trial.instanceId())
                .singleResult()
                .getId();
        Acting.as(
                director.actor(school),
                () -> transactions.executeWithoutResult(status -> tasks.complete(
                        tasks.require(task, TrialProcess.DECIDE), decision, null, List.of(DECISION.with(decision)))));
    }

    private List<String> tasksOf(Trial trial) {
        return engine.createTaskQuery().processInstanceId(trial.instanceId()).list().stream()
                .map(each -> each.getTaskDefinitionKey())
                .toList();
    }

    private boolean isRunning(Trial trial) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(trial.instanceId())
                        .count()
                == 1;
    }

    private Map<String, Object> fact(Trial trial) {
        return owner.queryForMap("select * from workflow.facts where business_key = ?", trial.businessKey());
    }

    private Instant nextTry(Trial trial) {
        return ((Timestamp) fact(trial).get("next_try_at")).toInstant();
    }

    private int resolutionsOf(Trial trial) {
        return owner.queryForObject("""
                select count(*) from workflow.incidents i
                join workflow.cases c on c.business_key = i.id and c.process_key = 'resolve-incident'
                    and c.organization_id = i.organization_id
                where i.business_key = ? and i.organization_id = ? and i.kind = 'FACT' and i.state = 'OPEN'""", Integer.class, trial.businessKey(), school.id());
    }

    private String page(Trial trial) {
        var answer = web.get()
                .uri("/cases/" + trial.instanceId())
                .with(director.in(school))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
