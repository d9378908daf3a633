package school.chancery.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.TestClock;
import school.chancery.TestDatabase;
import school.chancery.audit.Acting;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;
import school.chancery.workflow.TrialProcess.Trial;
import school.chancery.workflow.TrialProcess.Trials;
import school.chancery.workflow.domain.ReminderScan;
import school.chancery.workflow.engine.EngineTasks;

/** Around the holidays of May 2026, in a school whose clock is four hours ahead of UTC. */
@ChanceryTest
@Import(TrialProcess.class)
class TermsTests {
    private static final ProcessVariable<String> DECISION = ProcessVariable.code("decision");

    /** Already Wednesday, 29 April, in Samara. */
    private static final Instant TUESDAY_NIGHT = Instant.parse("2026-04-28T21:30:00Z");

    // Three working days: 30 April, then over 1 to 3 May, 4 May, 5 May.
    private static final Instant REMIND = Instant.parse("2026-05-04T04:00:00Z");
    private static final Instant DUE = Instant.parse("2026-05-05T14:00:00Z");

    // Three more: 6, 7, 8 May.
    private static final Instant ESCALATE = Instant.parse("2026-05-08T14:00:00Z");

    @Autowired
    private ReminderScan scan;

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

    @Autowired
    private TestClock clock;

    private final JdbcTemplate owner = new JdbcTemplate(TestDatabase.shared().owner());
    private TestPeople people;
    private Organization school;
    private TestPerson director;
    private TestPerson deputy;
    private TestPerson secretary;

    @BeforeEach
    void prepare() {
        clock.set(TUESDAY_NIGHT);
        var made = new TestOrganizations(organizations);
        people = new TestPeople(accounts, roles);
        school = made.school(made.office());
        director = people.person(school, Role.DIRECTOR);
        deputy = people.person(school, Role.DEPUTY);
        secretary = people.person(school, Role.SECRETARY);
        people.person(made.school(made.office()), Role.DIRECTOR, Role.SECRETARY);
        term(3, "WORKING_DAYS", 1, 3, "secretary");
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void countsWorkingDaysOfTheOrganizationsCalendarAndZone() {
        var task = task(start());
        assertThat(engine.createTaskQuery().taskId(task).singleResult().getDueDate())
                .isEqualTo(java.util.Date.from(DUE));
        assertThat(deadline(task)).containsExactly(DUE, REMIND, ESCALATE);
    }

    @Test
    void countsCalendarDaysWhereTheTermSaysSo() {
        term(3, "CALENDAR_DAYS", 1, null, null);
        assertThat(deadline(task(start())))
                .containsExactly(Instant.parse("2026-05-02T14:00:00Z"), Instant.parse("2026-05-01T04:00:00Z"), null);
    }

    @Test
    void followsTheDistrictWhereTheSchoolHasSetNothing() {
        owner.update("delete from workflow.terms where organization_id = ?", school.id());
        term(school.districtOfficeId(), 2, "CALENDAR_DAYS", 1, null, null);
        assertThat(deadline(task(start())))
                .containsExactly(Instant.parse("2026-05-01T14:00:00Z"), Instant.parse("2026-04-30T04:00:00Z"), null);
        term(3, "WORKING_DAYS", 1, 3, "secretary");
        assertThat(deadline(task(start()))).containsExactly(DUE, REMIND, ESCALATE);
    }

    @Test
    void givesNoDueDateWithoutATerm() {
        owner.update("delete from workflow.terms where organization_id = ?", school.id());
        assertThat(engine.createTaskQuery().taskId(task(start())).singleResult().getDueDate())
                .isNull();
    }

    @Test
    void remindsThoseTheTaskIsOfferedToFromTheMomentOn() {
        start();
        scanAt(REMIND.minusSeconds(1));
        assertThat(mails()).isEmpty();
        scanAt(REMIND);
        assertThat(mails()).containsExactlyInAnyOrder(reminderTo(director), reminderTo(deputy));
        scanAt(REMIND.plus(Duration.ofHours(1)));
        assertThat(mails()).hasSize(2);
    }

    @Test
    void remindsOnlyTheOneWhoTookTheTask() {
        var task = task(start());
        Acting.as(deputy.actor(school), () -> tasks.claim(task));
        scanAt(REMIND);
        assertThat(mails()).containsExactly(reminderTo(deputy));
    }

    @Test
    void tellsTheResponsibleRoleOnceTheTermIsOver() {
        start();
        scanAt(REMIND);
        scanAt(ESCALATE.minusSeconds(1));
        assertThat(mails()).hasSize(2);
        scanAt(ESCALATE);
        scanAt(ESCALATE.plus(Duration.ofDays(1)));
        assertThat(mails())
                .containsExactlyInAnyOrder(reminderTo(director), reminderTo(deputy), escalationTo(secretary));
    }

    @Test
    void makesUpForALongStandstillWithOneMail() {
        start();
        scanAt(ESCALATE.plus(Duration.ofDays(30)));
        scanAt(ESCALATE.plus(Duration.ofDays(31)));
        assertThat(mails()).containsExactly(escalationTo(secretary));
    }

    @Test
    void saysNothingOfATaskThatIsDone() {
        var trial = start();
        var task = task(trial);
        Acting.as(
                director.actor(school),
                () -> transactions.executeWithoutResult(status -> tasks.complete(
                        tasks.require(task, TrialProcess.DECIDE), "NO", null, List.of(DECISION.with("NO")))));
        scanAt(ESCALATE);
        assertThat(mails()).isEmpty();
        assertThat(owner.queryForList("select 1 from workflow.deadlines where task_id = ?", task))
                .isEmpty();
    }

    @Test
    void leavesOutWhoseRoleHasEnded() {
        start();
        people.end(deputy, school, Role.DEPUTY, organizations.today(school.id()));
        scanAt(REMIND);
        assertThat(mails()).containsExactly(reminderTo(director));
    }

    @Test
    void tellsOnceWithSeveralScansAtWork() throws InterruptedException {
        for (var i = 0; i < 10; i++) start();
        clock.set(REMIND);
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < 4; i++) threads.add(new Thread(scan::run));
        threads.forEach(Thread::start);
        for (var thread : threads) thread.join();
        assertThat(mails()).hasSize(20);
        assertThat(owner.queryForObject(
                        "select count(*) from workflow.reminders where organization_id = ?",
                        Integer.class,
                        school.id()))
                .isEqualTo(10);
    }

    @Test
    void namesTheTaskTheCaseAndTheDayAndNobody() {
        start();
        scanAt(REMIND);
        assertThat(owner.queryForList(
                        "select body from mail.outbox where organization_id = ?", String.class, school.id()))
                .hasSize(2)
                .allSatisfy(text -> assertThat(text)
                        .contains("«Решить»", "Проба ПР-000001", "5 мая 2026")
                        .doesNotContain(director.name(), deputy.name()));
    }

    private void term(int amount, String unit, int remind, Integer escalate, String to) {
        term(school.id(), amount, unit, remind, escalate, to);
    }

    private void term(UUID whose, int amount, String unit, int remind, Integer escalate, String to) {
        owner.update("""
                insert into workflow.terms (organization_id, process_key, task_key, amount, unit, remind_before,
                    escalate_after, escalate_to) values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (process_key, task_key, organization_id) do update set amount = excluded.amount,
                    unit = excluded.unit, remind_before = excluded.remind_before,
                    escalate_after = excluded.escalate_after, escalate_to = excluded.escalate_to""", whose, TrialProcess.KEY, TrialProcess.DECIDE, amount, unit, remind, escalate, to);
    }

    private Trial start() {
        return trials.start(director.actor(school), school);
    }

    private String task(Trial trial) {
        return engine.createTaskQuery()
                .processInstanceId(trial.instanceId())
                .singleResult()
                .getId();
    }

    private void scanAt(Instant moment) {
        clock.set(moment);
        scan.run();
    }

    /** When the task is due, to be reminded of and to be escalated. */
    private List<Instant> deadline(String task) {
        return owner.queryForObject(
                "select due_at, remind_at, escalate_at from workflow.deadlines where task_id = ?",
                (row, number) -> {
                    var moments = new ArrayList<Instant>();
                    for (var column = 1; column <= 3; column++) {
                        var moment = row.getTimestamp(column);
                        moments.add(moment == null ? null : moment.toInstant());
                    }
                    return moments;
                },
                task);
    }

    private static String reminderTo(TestPerson person) {
        return person.login() + "@example.org: Напоминание: Решить";
    }

    private static String escalationTo(TestPerson person) {
        return person.login() + "@example.org: Срок вышел: Решить";
    }

    private List<String> mails() {
        return owner.queryForList(
                "select recipient || ': ' || subject from mail.outbox where organization_id = ?",
                String.class,
                school.id());
    }
}
