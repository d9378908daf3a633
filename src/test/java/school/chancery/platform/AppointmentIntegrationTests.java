package school.chancery.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.identity.Role;
import school.chancery.organization.Policies;
import school.chancery.people.EmployeeDismissed;
import school.chancery.platform.SchoolStory.Employee;

/** Appointing and relieving administrators through the forms, with the real orders, roles and register. */
@ChanceryTest
class AppointmentIntegrationTests {
    private static final String START = "/platform/appoint-administrator/start";
    private static final String STUDY = "/platform/appoint-administrator/study-acts";
    private static final String PUBLISH = "/platform/appoint-administrator/publish-on-website";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Policies policies;

    private SchoolStory story;

    @BeforeEach
    void found() {
        story = new SchoolStory(context);
    }

    @Test
    void anAdministratorIsAppointedByASignedOrderAndOnlyByIt() {
        assertThat(story.propose(story.deputy, story.deputy)).hasStatus3xxRedirection();
        assertThat(story.isOpen("UserTask_ConfirmCandidate")).isFalse();
        story.run("ServiceTask_DraftOrder");
        assertThat(story.has(story.deputy, Role.PLATFORM_ADMINISTRATOR)).isFalse();
        story.sign("SIGN");
        assertThat(story.has(story.deputy, Role.PLATFORM_ADMINISTRATOR)).isFalse();
        story.run("CatchEvent_EffectiveDate");
        story.run("ServiceTask_GrantRole");
        assertThat(story.has(story.deputy, Role.PLATFORM_ADMINISTRATOR)).isTrue();
        assertThat(story.rows()
                        .sql("select r.ground_kind, o.number is not null from platform.appointments a"
                                + " join orders.orders o on o.id = a.order_id"
                                + " join identity.role_assignments r on r.account_id = a.account_id and r.ground_id = a.order_id"
                                + " where a.organization_id = ? and a.state = 'ACTIVE'")
                        .param(story.school.id())
                        .query((row, i) -> row.getString(1) + " " + row.getBoolean(2))
                        .list())
                .containsExactly("ORDER true");
    }

    @Test
    void theAdministratorStudiesEveryActAndTheOrderGoesOntoTheWebsite() {
        var appointment = story.appointed(story.deputy);
        assertThat(study(List.of())).hasStatusOk().bodyText().contains("Укажите дату изучения");
        assertThat(story.isOpen("UserTask_StudyActs")).isTrue();
        assertThat(study(acts())).hasStatus3xxRedirection();
        assertThat(publish("https://school.example/приказ", story.today().toString()))
                .hasStatus3xxRedirection();
        assertThat(count("readings", appointment)).isEqualTo(10);
        assertThat(count("publications", appointment)).isEqualTo(1);
        assertThat(story.isOpen("UserTask_PublishOnWebsite")).isFalse();
    }

    @Test
    void aCandidateAgainstTheAdviceNeedsTheDirectorsReason() {
        story.propose(story.deputy, story.teacher);
        assertThat(story.submit(
                        story.director,
                        "UserTask_ConfirmCandidate",
                        "/platform/appoint-administrator/confirm-candidate",
                        "decision",
                        "CONFIRM",
                        "reason",
                        " "))
                .hasStatusOk()
                .bodyText()
                .contains("Заполните поле", story.teacher.name());
        assertThat(story.confirm("CONFIRM")).hasStatus3xxRedirection();
        story.ordered();
        assertThat(story.has(story.teacher, Role.PLATFORM_ADMINISTRATOR)).isTrue();
        assertThat(story.rows()
                        .sql("select warning from platform.appointment_warnings where organization_id = ? order by 1")
                        .param(story.school.id())
                        .query(String.class)
                        .list())
                .containsExactly("NEITHER_DEPUTY_NOR_INFORMATICS", "NO_MANAGEMENT_EXPERIENCE");
    }

    @Test
    void theSchoolMaySettleThatAnyPedagogueWillDo() {
        Acting.as(
                Actor.PRODUCT,
                () -> policies.set(story.school.id(), "platform.administrator-chosen-from", "ANY_PEDAGOGUE"));
        story.propose(story.deputy, story.teacher);
        assertThat(story.rows()
                        .sql("select warning from platform.appointment_warnings where organization_id = ?")
                        .param(story.school.id())
                        .query(String.class)
                        .list())
                .containsExactly("NO_MANAGEMENT_EXPERIENCE");
    }

    @Test
    void aDeclinedCandidateGetsNoOrderAndCanBeProposedAgain() {
        story.propose(story.deputy, story.teacher);
        story.confirm("DECLINE");
        story.run("ServiceTask_DropAppointment");
        assertThat(story.state("appointments")).isEqualTo("DROPPED");
        assertThat(orders()).isZero();
        assertThat(story.propose(story.deputy, story.teacher)).hasStatus3xxRedirection();
    }

    @Test
    void aRejectedOrderDropsTheAppointment() {
        story.propose(story.deputy, story.deputy);
        story.run("ServiceTask_DraftOrder");
        story.sign("REJECT");
        story.run("ServiceTask_DropAppointment");
        assertThat(story.state("appointments")).isEqualTo("DROPPED");
        assertThat(story.has(story.deputy, Role.PLATFORM_ADMINISTRATOR)).isFalse();
    }

    @Test
    void theReplacedAdministratorLosesTheRoleTheSameMoment() {
        var former = story.appointed(story.deputy);
        var next = story.employee(story.school, "DEPUTY", "HIGHER", true, Role.DEPUTY);
        assertThat(story.propose(story.deputy, next)).hasStatusOk().bodyText().contains("укажите, кого заменяет новый");
        assertThat(story.propose(story.deputy, next, "replacesId", former.toString()))
                .hasStatus3xxRedirection();
        story.ordered();
        assertThat(story.has(next, Role.PLATFORM_ADMINISTRATOR)).isTrue();
        assertThat(story.has(story.deputy, Role.PLATFORM_ADMINISTRATOR)).isFalse();
        assertThat(story.rows()
                        .sql(
                                "select state from platform.appointments where organization_id = ? and kind = 'MAIN' order by proposed_at")
                        .param(story.school.id())
                        .query(String.class)
                        .list())
                .containsExactly("ENDED", "ACTIVE");
    }

    @Test
    void onlyOneMainAdministratorIsProposedAtATime() {
        story.propose(story.deputy, story.deputy);
        assertThat(story.propose(story.director, story.teacher))
                .hasStatusOk()
                .bodyText()
                .contains("Основной администратор этой платформы уже предложен");
    }

    @Test
    void theAdviceIsShownBeforeAnythingBegins() {
        assertThat(story.propose(story.deputy, story.teacher, "advice", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("заместителя руководителя или учителя информатики")
                .contains("с опытом руководящей работы");
        assertThat(story.propose(story.deputy, story.deputy, "advice", "true"))
                .bodyText()
                .contains("соответствует всем рекомендациям");
        assertThat(appointments()).isZero();
    }

    @Test
    void aTooLongGroundAnEmployeeWithoutAccountAndOneOfAnotherSchoolAreRefused() {
        assertThat(story.propose(story.deputy, story.deputy, "ground", "я".repeat(501)))
                .bodyText()
                .contains("Длина от");
        assertThat(story.propose(
                        story.deputy,
                        story.deputy,
                        "staffId",
                        story.employeeWithoutAccount().toString()))
                .bodyText()
                .contains("нет учётной записи: без неё");
        var other = new SchoolStory(context);
        assertThat(story.propose(story.deputy, other.teacher)).bodyText().contains("Выберите работника");
        assertThat(appointments()).isZero();
    }

    @Test
    void whoMayNotProposeGetsNoForm() {
        assertThat(story.get(story.teacher, START)).hasStatus(403);
        assertThat(story.propose(story.teacher, story.teacher)).hasStatus(403);
        assertThat(story.get(story.deputy, START)).hasStatusOk().bodyText().contains("пунктом 1.1");
    }

    @Test
    void aTaskOfAnotherOrAnotherSchoolIsNotThere() {
        story.propose(story.deputy, story.teacher);
        var task = story.task("UserTask_ConfirmCandidate");
        var path = "/platform/appoint-administrator/confirm-candidate";
        assertThat(story.get(story.secretary, path, "taskId", task)).hasStatus(404);
        var other = new SchoolStory(context);
        assertThat(other.get(other.director, path, "taskId", task)).hasStatus(404);
        assertThat(story.get(story.director, path, "taskId", UUID.randomUUID().toString()))
                .hasStatus(404);
        assertThat(story.get(story.director, "/platform/appoint-administrator/study-acts", "taskId", task))
                .hasStatus(404);
    }

    @Test
    void aTaskThatIsDoneIsAnsweredAsTooLate() {
        story.propose(story.deputy, story.teacher);
        var task = story.task("UserTask_ConfirmCandidate");
        story.confirm("CONFIRM");
        assertThat(story.post(
                        story.director,
                        "/platform/appoint-administrator/confirm-candidate",
                        "taskId",
                        task,
                        "decision",
                        "DECLINE",
                        "reason",
                        SchoolStory.REASON))
                .hasStatus(409);
        assertThat(story.state("appointments")).isEqualTo("PROPOSED");
    }

    @Test
    void notPublishingNeedsAReason() {
        story.appointed(story.deputy);
        assertThat(story.submit(story.secretary, "UserTask_PublishOnWebsite", PUBLISH, "decision", "NOT_PUBLISHED"))
                .bodyText()
                .contains("Напишите обоснование");
        assertThat(story.submit(
                        story.secretary,
                        "UserTask_PublishOnWebsite",
                        PUBLISH,
                        "decision",
                        "NOT_PUBLISHED",
                        "reason",
                        SchoolStory.REASON))
                .hasStatus3xxRedirection();
    }

    @Test
    void whoLeftBeforeTheDayDoesNotGetTheRoleAndTheDirectorIsTold() {
        story.propose(story.deputy, story.deputy);
        story.run("ServiceTask_DraftOrder");
        story.sign("SIGN");
        story.rows()
                .sql("update people.staff set dismissed_on = ? where id = ?")
                .params(story.today().minusDays(1), story.deputy.staffId())
                .update();
        story.run("CatchEvent_EffectiveDate");
        story.run("ServiceTask_GrantRole");
        assertThat(story.has(story.deputy, Role.PLATFORM_ADMINISTRATOR)).isFalse();
        assertThat(story.state("appointments")).isEqualTo("PROPOSED");
        var form = "/platform/appoint-administrator/review-candidate-left";
        assertThat(story.get(story.director, form, "taskId", story.task("UserTask_ReviewCandidateLeft")))
                .hasStatusOk()
                .bodyText()
                .contains("уволен до дня назначения");
        assertThat(story.submit(story.director, "UserTask_ReviewCandidateLeft", form, "reason", " "))
                .hasStatusOk();
        assertThat(story.submit(story.director, "UserTask_ReviewCandidateLeft", form, "reason", "Приказ отменяется"))
                .hasStatus3xxRedirection();
        story.run("ServiceTask_DropAppointment");
        assertThat(story.state("appointments")).isEqualTo("DROPPED");
    }

    @Test
    void anAdministratorIsRelievedByOrderAndTheDirectorNamesTheNext() {
        var appointment = story.appointed(story.deputy);
        assertThat(relieve(appointment)).hasStatus3xxRedirection();
        assertThat(relieve(appointment)).hasStatusOk().bodyText().contains("уже готовится");
        relieved();
        assertThat(story.has(story.deputy, Role.PLATFORM_ADMINISTRATOR)).isFalse();
        assertThat(nameSuccessor("POSTPONE")).bodyText().contains("Напишите обоснование");
        assertThat(nameSuccessor("APPOINT")).bodyText().contains("Заполните поле");
        assertThat(nameSuccessor(
                        "APPOINT",
                        "staffId",
                        story.teacher.staffId().toString(),
                        "effectiveOn",
                        story.today().toString(),
                        "ground",
                        "приказом управления"))
                .hasStatus3xxRedirection();
        assertThat(story.isOpen("UserTask_NameSuccessor")).isFalse();
        assertThat(story.isOpen("UserTask_ConfirmCandidate")).isTrue();
    }

    @Test
    void aRejectedReliefLeavesTheAdministratorInForce() {
        var appointment = story.appointed(story.deputy);
        relieve(appointment);
        story.run("ServiceTask_DraftOrder");
        story.sign("REJECT");
        story.run("ServiceTask_DropRelief");
        assertThat(story.state("reliefs")).isEqualTo("DROPPED");
        assertThat(story.has(story.deputy, Role.PLATFORM_ADMINISTRATOR)).isTrue();
        assertThat(relieve(appointment)).hasStatus3xxRedirection();
    }

    @Test
    void anAdministratorWhoLeavesTheSchoolIsRelievedByACaseOfItsOwn() {
        story.appointed(story.deputy);
        var leaves = new EmployeeDismissed(
                story.deputy.staffId(),
                story.deputy.personId(),
                story.school.id(),
                story.today().minusDays(1));
        story.happens(leaves);
        story.happens(leaves);
        story.deliverFacts();
        relieved();
        assertThat(story.has(story.deputy, Role.PLATFORM_ADMINISTRATOR)).isFalse();
        assertThat(nameSuccessor("POSTPONE", "reason", SchoolStory.REASON)).hasStatus3xxRedirection();
        assertThat(story.rows()
                        .sql("select cause || ' ' || state from platform.reliefs where organization_id = ?")
                        .param(story.school.id())
                        .query(String.class)
                        .list())
                .containsExactly("DISMISSAL DONE");
    }

    private MvcTestResult relieve(UUID appointment) {
        return story.post(
                story.director,
                "/platform/relieve-administrator/start",
                "appointmentId",
                appointment.toString(),
                "effectiveOn",
                story.today().toString(),
                "ground",
                "перевод на другую должность");
    }

    private void relieved() {
        story.run("ServiceTask_DraftOrder");
        story.sign("SIGN");
        story.run("CatchEvent_EffectiveDate");
        story.run("ServiceTask_RevokeRole");
    }

    private MvcTestResult nameSuccessor(String decision, String... more) {
        var parameters = new ArrayList<>(List.of("decision", decision));
        parameters.addAll(List.of(more));
        return story.submit(
                story.director,
                "UserTask_NameSuccessor",
                "/platform/relieve-administrator/name-successor",
                parameters.toArray(String[]::new));
    }

    private MvcTestResult study(List<UUID> acts) {
        var parameters = acts.stream()
                .flatMap(act -> List.of("read-" + act, story.today().toString()).stream())
                .toArray(String[]::new);
        return story.submit(story.deputy, "UserTask_StudyActs", STUDY, parameters);
    }

    private List<UUID> acts() {
        return story.rows()
                .sql("select id from platform.normative_acts where organization_id = ?")
                .param(story.school.id())
                .query(UUID.class)
                .list();
    }

    private MvcTestResult publish(String url, String day) {
        return publish(story.secretary, url, day);
    }

    private MvcTestResult publish(Employee who, String url, String day) {
        return story.submit(
                who, "UserTask_PublishOnWebsite", PUBLISH, "decision", "PUBLISHED", "url", url, "publishedOn", day);
    }

    private long count(String table, UUID appointment) {
        return story.rows()
                .sql("select count(*) from platform." + table + " where appointment_id = ?")
                .param(appointment)
                .query(Long.class)
                .single();
    }

    private long appointments() {
        return story.rows()
                .sql("select count(*) from platform.appointments where organization_id = ?")
                .param(story.school.id())
                .query(Long.class)
                .single();
    }

    private long orders() {
        return story.rows()
                .sql("select count(*) from orders.orders where organization_id = ?")
                .param(story.school.id())
                .query(Long.class)
                .single();
    }
}
