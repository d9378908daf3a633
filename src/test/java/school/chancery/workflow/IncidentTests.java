package school.chancery.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import school.chancery.ChanceryTest;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.workflow.TrialProcess.Trial;
import school.chancery.workflow.domain.JobAttempts;
import school.chancery.workflow.domain.UnseenIncidents;
import school.chancery.workflow.process.ResolveIncidentProcess;
import school.chancery.workflow.process.ResolveIncidentProcess.Resolution;

@ChanceryTest
@Import({TrialProcess.class, FaultyProcess.class})
class IncidentTests extends FaultyStory {
    private static final String CANARY = "имя-канарейка";
    private static final List<Duration> QUICK = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20));

    @Autowired
    private UnseenIncidents unseen;

    @Autowired
    private ResolveIncidentProcess resolution;

    @Autowired
    private JobAttempts attempts;

    private Trial trial;

    @BeforeEach
    void startACaseThatFails() {
        trial = faulty.start(school);
        step.failWith(new IllegalStateException(CANARY));
    }

    @Test
    void triesAFailedStepAgainByItsCycleBeforeAPersonIsAsked() {
        for (var pause : QUICK) {
            run();
            assertThat(job().getRetries()).isPositive();
            assertThat(job().getDuedate().toInstant())
                    .isCloseTo(Instant.now().plus(pause), within(4, ChronoUnit.SECONDS));
            assertThat(incidents()).isEmpty();
        }
        run();
        assertThat(job().getRetries()).isZero();
        assertThat(incidents()).hasSize(1);
    }

    @Test
    void asksAPersonOfTheOrganizationInPlainWords() {
        failForGood();
        assertThat(incidents())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("organization_id", school.id())
                        .containsEntry("process_key", FaultyProcess.KEY)
                        .containsEntry("process_instance_id", trial.instanceId())
                        .containsEntry("element_key", FaultyProcess.WORK)
                        .containsEntry("business_key", trial.businessKey())
                        .containsEntry("job_id", job().getId())
                        .containsEntry("cause", "DATA")
                        .containsEntry("state", "OPEN"));

        assertThat(resolving().getTenantId()).isEqualTo(school.code());
        var form = Jsoup.parse(page("/workflow/resolve-incident/resolve-incident?taskId="
                + resolving().getId()));
        assertThat(form.text()).contains("Посчитать", "данные дела не подходят для этого шага");
        assertThat(form.text()).doesNotContain("Exception", CANARY);
        var seen = Jsoup.parse(page("/cases/" + trial.instanceId())).select(".warning");
        assertThat(seen.text()).contains("Шаг «Посчитать»", "данные дела не подходят для этого шага");
    }

    @Test
    void keepsNobodysWordsInTheEnginesTables() {
        failForGood();
        assertThat(management.getJobExceptionStacktrace(job().getId()))
                .contains("IllegalStateException")
                .doesNotContain(CANARY);
        for (var table : List.of("act_ru_job", "act_hi_job_log", "act_ru_incident", "act_hi_incident"))
            assertThat(owner.queryForList("select t::text from engine." + table + " t", String.class))
                    .as(table)
                    .noneMatch(row -> row.contains(CANARY));
        assertThat(owner.queryForObject("""
                        select count(*) from engine.act_ge_bytearray
                        where position(convert_to(?, 'UTF8') in bytes_) > 0""", Integer.class, CANARY)).isZero();
    }

    @Test
    void runsTheStepAgainWhenThePersonWantsIt() {
        failForGood();
        var failed = job().getId();
        resolve(Resolution.RETRY);
        assertThat(incidents()).singleElement().satisfies(row -> assertThat(row).containsEntry("state", "RETRIED"));
        assertThat(job().getId()).isEqualTo(failed);
        assertThat(job().getRetries()).isPositive();
        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(trial.instanceId())
                        .count())
                .isZero();

        step.heal();
        Acting.as(Actor.PRODUCT, () -> management.executeJob(failed));
        assertThat(runtime.getActiveActivityIds(trial.instanceId())).containsExactly("CatchEvent_Told");
    }

    @Test
    void asksAnewWhenTheRepeatedStepFailsToo() {
        failForGood();
        resolve(Resolution.RETRY);
        failForGood();
        assertThat(incidents()).extracting(row -> row.get("state")).containsExactlyInAnyOrder("RETRIED", "OPEN");
        assertThat(resolving()).isNotNull();
    }

    @Test
    void leavesTheStepAloneWhenThePersonClosesTheFailure() {
        failForGood();
        resolve(Resolution.CLOSE);
        assertThat(incidents()).singleElement().satisfies(row -> assertThat(row).containsEntry("state", "CLOSED"));
        assertThat(job().getRetries()).isZero();

        unseen.run();
        assertThat(incidents())
                .as("what a person has closed is not found again")
                .hasSize(1);
    }

    @Test
    void stopsAJobThatEndsTheProcessWithoutCounting() {
        var poison = job().getId();
        var before = step.runs();
        for (var crash = 0; crash < 3; crash++) attempts.begin(poison);
        run();

        assertThat(step.runs()).as("not begun once more").isEqualTo(before);
        assertThat(job().getRetries()).isZero();
        assertThat(incidents())
                .singleElement()
                .satisfies(
                        row -> assertThat(row).containsEntry("cause", "CRASH").containsEntry("state", "OPEN"));
        delivery.deliverDue();
        resolve(Resolution.RETRY);
        step.heal();
        run();
        assertThat(step.runs()).as("and begun again after a person said so").isEqualTo(before + 1);
    }

    @Test
    void countsOnlyStartsThatCameToNoEnd() {
        for (var i = 0; i < 4; i++) run();
        assertThat(owner.queryForObject(
                        "select count(*) from workflow.job_attempts where job_id = ?", Integer.class, job().getId()))
                .isZero();
        step.heal();
        var before = step.runs();
        run();
        assertThat(step.runs()).isEqualTo(before + 1);
    }

    @Test
    void findsAFailureNobodyWasToldOf() {
        failWithoutDelivery();
        // As if the product had been ended between the engine's incident and our row.
        owner.update(
                "delete from workflow.facts where business_key in (select id from workflow.incidents where job_id = ?)",
                job().getId());
        owner.update("delete from workflow.incidents where job_id = ?", job().getId());

        unseen.run();
        unseen.run();
        assertThat(incidents())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("organization_id", school.id())
                        .containsEntry("element_key", FaultyProcess.WORK)
                        .containsEntry("cause", "DATA")
                        .containsEntry("state", "OPEN"));
        delivery.deliverDue();
        assertThat(resolving()).isNotNull();
    }

    @Test
    void forgetsAFailureWhoseCaseIsGone() {
        failForGood();
        Acting.as(Actor.PRODUCT, () -> runtime.deleteProcessInstance(trial.instanceId(), "проверка"));
        assertThat(incidents()).singleElement().satisfies(row -> assertThat(row).containsEntry("state", "GONE"));
    }

    private void failForGood() {
        failWithoutDelivery();
        delivery.deliverDue();
    }

    private void failWithoutDelivery() {
        for (var tries = 0; tries <= QUICK.size() && job().getRetries() > 0; tries++) run();
        assertThat(job().getRetries()).isZero();
    }

    private void run() {
        var id = job().getId();
        try {
            Acting.as(Actor.PRODUCT, () -> management.executeJob(id));
        } catch (RuntimeException expected) {
            assertThat(expected).hasMessageNotContaining(CANARY);
        }
    }

    private @Nullable Job job() {
        return management.createJobQuery().processInstanceId(trial.instanceId()).singleResult();
    }

    private void resolve(Resolution choice) {
        var task = resolving();
        Acting.as(
                director.actor(school),
                () -> resolution.resolve(
                        tasks.require(task.getId(), ResolveIncidentProcess.RESOLVE_INCIDENT), choice, "Проверено"));
        var next = management
                .createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        if (choice == Resolution.RETRY) Acting.as(Actor.PRODUCT, () -> management.executeJob(next.getId()));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .count())
                .isZero();
    }

    private @Nullable Task resolving() {
        return engine.createTaskQuery()
                .tenantIdIn(school.code())
                .taskDefinitionKey(ResolveIncidentProcess.RESOLVE_INCIDENT)
                .singleResult();
    }

    private List<Map<String, Object>> incidents() {
        return owner.queryForList("select * from workflow.incidents where business_key = ?", trial.businessKey());
    }

    private String page(String path) {
        var answer = web.get().uri(path).with(director.in(school)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
