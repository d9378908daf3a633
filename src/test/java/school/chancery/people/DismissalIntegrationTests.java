package school.chancery.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.TestClock;
import school.chancery.identity.Role;
import school.chancery.identity.TestPeople;
import school.chancery.platform.SchoolStory;
import school.chancery.platform.SchoolStory.Employee;

/** Dismissing through the forms, with the real orders, roles, sessions and tasks. */
@ChanceryTest
class DismissalIntegrationTests {
    private static final String START = "/people/dismiss-employee/start";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TestClock clock;

    @Autowired
    private FindByIndexNameSessionRepository<? extends Session> sessions;

    private SchoolStory story;
    private Employee personnel;
    private Employee leaver;

    @BeforeEach
    void found() {
        story = new SchoolStory(context);
        personnel = story.employee(story.school, "SUPPORT", "HIGHER", false, Role.HR);
        leaver = story.employee(story.school, "DEPUTY", "HIGHER", true, Role.DEPUTY, Role.PARENT);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void rolesSessionsClassesAndSubjectsEndWithTheLastDay() {
        var session = openSession(leaver);
        leads(leaver);
        assertThat(propose()).hasStatus3xxRedirection();
        signed();
        assertThat(story.has(leaver, Role.DEPUTY)).isTrue();
        var lastDay = story.today();
        over();
        assertThat(story.has(leaver, Role.DEPUTY)).isFalse();
        assertThat(sessions.findById(session)).isNull();
        assertThat(story.rows()
                        .sql(
                                "select s.dismissed_on = :day and o.status = 'REGISTERED' and t.to_on = :day and a.to_on = :day"
                                        + " from people.staff s join orders.orders o on o.id = s.dismissed_order_id"
                                        + " join people.class_teachers t on t.staff_id = s.id"
                                        + " join people.teaching_assignments a on a.staff_id = s.id where s.id = :staff")
                        .param("day", lastDay)
                        .param("staff", leaver.staffId())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whoIsAlsoAParentKeepsTheAccountAndThatRole() {
        propose();
        signed();
        over();
        assertThat(story.has(leaver, Role.PARENT)).isTrue();
        assertThat(disabled(leaver)).isFalse();
    }

    @Test
    void theAccountOfSomebodyWhoIsNothingElseIsClosed() {
        propose("staffId", story.teacher.staffId().toString());
        signed();
        over();
        assertThat(disabled(story.teacher)).isTrue();
    }

    @Test
    void aDismissalThatLiesAheadWaitsForItsDay() {
        propose("lastDay", story.today().plusDays(20).toString());
        signed();
        assertThat(story.has(leaver, Role.DEPUTY)).isTrue();
        assertThat(story.job("CatchEvent_LastDayOver").getDuedate().toInstant())
                .isEqualTo(story.today()
                        .plusDays(21)
                        .atStartOfDay(story.school.zone())
                        .toInstant());
    }

    @Test
    void theTasksOfTheDismissedGoBackToTheGroup() {
        story.post(
                story.deputy,
                "/orders/issue-order/start",
                "kind",
                "general",
                "formId",
                UUID.randomUUID().toString());
        var tasks = context.getBean(TaskService.class);
        var task = story.task("UserTask_PrepareOrder");
        tasks.setAssignee(task, story.secretary.account().id().toString());
        propose("staffId", story.secretary.staffId().toString());
        signed();
        over();
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    @Test
    void aDismissalIsWithdrawnBeforeTheOrderIsSigned() {
        propose();
        story.run("ServiceTask_DraftOrder");
        story.run("ServiceTask_FreezeOriginal");
        var path = "/people/dismissals/" + dismissal() + "/withdraw";
        assertThat(story.post(personnel, path, "reason", " "))
                .hasStatusOk()
                .bodyText()
                .contains("Заполните поле");
        assertThat(story.post(personnel, path, "reason", SchoolStory.REASON)).hasStatus3xxRedirection();
        // The director who has the form before them comes too late.
        story.submit(
                story.director,
                "UserTask_SignOrder",
                "/orders/issue-order/sign-order",
                "decision",
                "SIGN",
                "password",
                TestPeople.PASSWORD);
        assertThat(orderStatus()).isEqualTo("REJECTED");
        story.deliverFacts();
        story.run("ServiceTask_WithdrawDismissal");
        assertThat(story.isOpen("UserTask_SignOrder")).isFalse();
        assertThat(state()).isEqualTo("WITHDRAWN");
        assertThat(story.has(leaver, Role.DEPUTY)).isTrue();
        assertThat(propose()).hasStatus3xxRedirection();
    }

    @Test
    void aSignedDismissalIsNotWithdrawn() {
        propose();
        signed();
        assertThat(story.post(
                        personnel, "/people/dismissals/" + dismissal() + "/withdraw", "reason", SchoolStory.REASON))
                .hasStatusOk()
                .bodyText()
                .contains("Приказ уже подписан");
        assertThat(state()).isEqualTo("PROPOSED");
    }

    @Test
    void anotherSchoolDoesNotFindTheDismissal() {
        propose();
        var other = new SchoolStory(context);
        assertThat(other.get(other.director, "/people/dismissals/" + dismissal() + "/withdraw"))
                .hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "staffId | ' ' | Заполните поле",
                "staffId | 00000000-0000-0000-0000-000000000000 | Выберите работающего",
                "staffId | DIRECTOR | назначает учредитель",
                "cause   | MOOD | записано неверно",
                "lastDay | 2020-01-01 | уже прошёл",
                "lastDay | 2999-01-01 | Не больше года",
                "lastDay | 31.02.2027 | существующую дату",
                "ground  | ' ' | Заполните поле"
            })
    void aWrongDismissalComesBackAndChangesNothing(String field, String value, String fault) {
        var given = value.equals("DIRECTOR") ? story.director.staffId().toString() : value;
        assertThat(propose(field, given)).hasStatusOk().bodyText().contains(fault);
        assertThat(dismissals()).isZero();
    }

    @Test
    void nobodyIsDismissedTwiceAtOnce() {
        propose();
        assertThat(propose()).hasStatusOk().bodyText().contains("уже готовится");
        assertThat(dismissals()).isEqualTo(1);
    }

    private void signed() {
        story.run("ServiceTask_DraftOrder");
        story.sign("SIGN");
    }

    private void over() {
        clock.advance(Duration.ofDays(1));
        story.run("CatchEvent_LastDayOver");
        story.run("ServiceTask_EndEmployment");
    }

    private MvcTestResult propose(String... more) {
        var parameters = new ArrayList<>(List.of(
                "staffId",
                leaver.staffId().toString(),
                "cause",
                "OWN_WISH",
                "lastDay",
                story.today().toString(),
                "ground",
                "заявление работника от 10.11.2026"));
        for (var i = 0; i < more.length; i += 2) parameters.set(parameters.indexOf(more[i]) + 1, more[i + 1]);
        return story.post(personnel, START, parameters.toArray(String[]::new));
    }

    private String openSession(Employee who) {
        return open(sessions, who);
    }

    private static <S extends Session> String open(FindByIndexNameSessionRepository<S> repository, Employee who) {
        var session = repository.createSession();
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                who.account().id().toString());
        repository.save(session);
        return session.getId();
    }

    private void leads(Employee who) {
        var schoolClass = story.rows()
                .sql("select id from organization.classes where organization_id = ? and label = '5А'")
                .param(story.school.id())
                .query(UUID.class)
                .single();
        var subject = UUID.randomUUID();
        var from = LocalDate.of(2026, 9, 1);
        story.rows()
                .sql(
                        "insert into organization.subjects (id, organization_id, code, name, short_name) values (?, ?, 'algebra', 'Алгебра', 'Алгебра')")
                .params(subject, story.school.id())
                .update();
        story.rows()
                .sql(
                        "insert into people.class_teachers (id, organization_id, class_id, staff_id, from_on) values (gen_random_uuid(), ?, ?, ?, ?)")
                .params(story.school.id(), schoolClass, who.staffId(), from)
                .update();
        story.rows()
                .sql(
                        "insert into people.teaching_assignments (id, organization_id, class_id, staff_id, subject_id, from_on) values (gen_random_uuid(), ?, ?, ?, ?, ?)")
                .params(story.school.id(), schoolClass, who.staffId(), subject, from)
                .update();
    }

    private boolean disabled(Employee who) {
        return story.rows()
                .sql("select disabled_at is not null from identity.accounts where id = ?")
                .param(who.account().id())
                .query(Boolean.class)
                .single();
    }

    private UUID dismissal() {
        return story.rows()
                .sql("select id from people.dismissals where organization_id = ?")
                .param(story.school.id())
                .query(UUID.class)
                .single();
    }

    private String state() {
        return story.rows()
                .sql("select state from people.dismissals where organization_id = ?")
                .param(story.school.id())
                .query(String.class)
                .single();
    }

    private String orderStatus() {
        return story.rows()
                .sql("select status from orders.orders where organization_id = ? and kind = 'employee-dismissal'")
                .param(story.school.id())
                .query(String.class)
                .single();
    }

    private long dismissals() {
        return story.rows()
                .sql("select count(*) from people.dismissals where organization_id = ?")
                .param(story.school.id())
                .query(Long.class)
                .single();
    }
}
