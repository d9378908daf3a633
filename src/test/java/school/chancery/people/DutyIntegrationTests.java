package school.chancery.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.Substitution;
import school.chancery.platform.SchoolStory;
import school.chancery.platform.SchoolStory.Employee;

/** Duties laid on people through the form, with the real orders and roles. */
@ChanceryTest
class DutyIntegrationTests {
    private static final String START = "/people/assign-duty/start";

    @Autowired
    private ApplicationContext context;

    private SchoolStory story;
    private Employee first;
    private Employee second;

    @BeforeEach
    void found() {
        story = new SchoolStory(context);
        first = story.employee(story.school, "PEDAGOGUE", "HIGHER", false, Role.TEACHER);
        second = story.employee(story.school, "PEDAGOGUE", "HIGHER", false, Role.TEACHER);
    }

    @Test
    void oneOrderAllocatesTheClassesOfTheWholeSchool() {
        var fiveA = schoolClass("5А");
        var tenB = schoolClass("10Б");
        assertThat(story.get(story.deputy, START, "kind", "CLASS_TEACHERS"))
                .hasStatusOk()
                .bodyText()
                .contains("5А", "10Б");
        assertThat(allocate(fiveA, first, tenB, second)).hasStatus3xxRedirection();
        assertThat(story.has(first, Role.CLASS_TEACHER)).isFalse();
        given();
        assertThat(story.has(first, Role.CLASS_TEACHER)).isTrue();
        assertThat(story.has(second, Role.CLASS_TEACHER)).isTrue();
        assertThat(orders("class-teacher-allocation")).isEqualTo(1);
        assertThat(annex()).contains("5А – " + first.name() + ", работник", "10Б – " + second.name() + ", работник");
        // The whole school again: whoever is without a class now loses the role the same moment.
        allocate(fiveA, second, tenB, second);
        given();
        assertThat(story.has(first, Role.CLASS_TEACHER)).isFalse();
        assertThat(story.has(second, Role.CLASS_TEACHER)).isTrue();
        assertThat(story.rows()
                        .sql(
                                "select count(*) from people.class_teachers t join orders.orders o on o.id = t.order_id where t.organization_id = ? and o.status = 'REGISTERED'")
                        .param(story.school.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void aWrongDateTakesNoNamesAwayFromTheTable() {
        var tenB = schoolClass("10Б").toString();
        assertThat(propose(
                        "CLASS_TEACHERS",
                        "classIds",
                        tenB,
                        "teacherIds",
                        first.staffId().toString(),
                        "from",
                        "2020-09-01"))
                .hasStatusOk()
                .bodyText()
                .contains("больше месяца назад", "10Б")
                .doesNotContain("ещё нет классов");
    }

    @Test
    void aBlankLineOfTheTableIsNobodysAndATornTableIsRefused() {
        var tenB = schoolClass("10Б").toString();
        assertThat(propose("CLASS_TEACHERS", "classIds", tenB, "teacherIds", "", "teacherIds", ""))
                .hasStatusOk()
                .bodyText()
                .contains("Таблица пришла не целиком");
        assertThat(propose(
                        "CLASS_TEACHERS",
                        "classIds",
                        "",
                        "teacherIds",
                        first.staffId().toString(),
                        "classIds",
                        tenB,
                        "teacherIds",
                        second.staffId().toString()))
                .hasStatus3xxRedirection();
        given();
        assertThat(story.has(first, Role.CLASS_TEACHER)).isFalse();
        assertThat(story.has(second, Role.CLASS_TEACHER)).isTrue();
    }

    @Test
    void aCoordinatorIsNamedForDatesAndTheFormerOneRelieved() {
        var former = story.employee(story.school, "DEPUTY", "HIGHER", true, Role.COORDINATOR);
        var last = story.today().plusDays(30);
        assertThat(propose(
                        "ROLE",
                        "role",
                        "COORDINATOR",
                        "staffId",
                        first.staffId().toString(),
                        "formerId",
                        former.staffId().toString(),
                        "to",
                        last.toString()))
                .hasStatus3xxRedirection();
        given();
        var roles = context.getBean(Roles.class);
        assertThat(roles.has(first.account().id(), story.school.id(), Role.COORDINATOR, last))
                .isTrue();
        assertThat(roles.has(first.account().id(), story.school.id(), Role.COORDINATOR, last.plusDays(1)))
                .isFalse();
        assertThat(story.has(former, Role.COORDINATOR)).isFalse();
    }

    @Test
    void whoActsForAnAbsentDeputyHasThatRoleForTheDatesAndItSaysForWhom() {
        var last = story.today().plusDays(5);
        assertThat(propose(
                        "SUBSTITUTION",
                        "substitutedId",
                        story.deputy.staffId().toString(),
                        "staffId",
                        first.staffId().toString(),
                        "to",
                        last.toString()))
                .hasStatus3xxRedirection();
        given();
        var roles = context.getBean(Roles.class);
        assertThat(roles.substitution(first.account().id(), story.school.id(), Role.DEPUTY, last))
                .map(Substitution::substitutedAccountId)
                .contains(story.deputy.account().id());
        assertThat(roles.has(first.account().id(), story.school.id(), Role.DEPUTY, last.plusDays(1)))
                .isFalse();
    }

    @Test
    void aWorkingGroupStandsInTheAnnexAndIsAcquainted() {
        assertThat(propose(
                        "WORKING_GROUP",
                        "duty",
                        "О создании рабочей группы по внедрению журнала",
                        "memberIds",
                        first.staffId().toString(),
                        "memberIds",
                        second.staffId().toString(),
                        "leaderId",
                        second.staffId().toString()))
                .hasStatus3xxRedirection();
        given();
        assertThat(annex())
                .contains("1. " + second.name() + ", работник – руководитель", "2. " + first.name() + ", работник");
        assertThat(story.rows()
                        .sql("select count(*) from orders.acknowledgements where organization_id = ?")
                        .param(story.school.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aRejectedOrderGivesNobodyAnything() {
        propose("ROLE", "role", "LIBRARIAN", "staffId", first.staffId().toString());
        story.run("ServiceTask_DraftOrder");
        story.sign("REJECT");
        story.run("ServiceTask_DropDuty");
        assertThat(story.has(first, Role.LIBRARIAN)).isFalse();
    }

    @Test
    void aDutyEndedEarlyTakesItsRolesTheSameMomentAndItsTasksBackToTheGroup() {
        var last = story.today().plusDays(5);
        propose(
                "SUBSTITUTION",
                "substitutedId",
                story.director.staffId().toString(),
                "staffId",
                first.staffId().toString(),
                "to",
                last.toString());
        given();
        story.propose(story.deputy, second);
        var task = story.task("UserTask_ConfirmCandidate");
        var tasks = context.getBean(TaskService.class);
        Acting.as(
                Actor.PRODUCT,
                () -> tasks.setAssignee(task, first.account().id().toString()));
        var path = "/people/duties/" + duty() + "/end";
        var now = story.today().minusDays(1).toString();
        assertThat(story.get(story.deputy, path)).hasStatusOk().bodyText().contains("Последний день с обязанностями");
        assertThat(story.post(story.deputy, path, "lastDay", now)).bodyText().contains("Выберите приказ или назовите");
        assertThat(story.post(story.deputy, path, "lastDay", now, "document", "заявление"))
                .bodyText()
                .contains("прекращает только директор");
        assertThat(story.post(story.director, path, "lastDay", last.toString(), "document", "заявление"))
                .bodyText()
                .contains("закончатся и так");
        assertThat(story.post(
                        story.director,
                        path,
                        "lastDay",
                        now,
                        "orderId",
                        givenBy().toString()))
                .bodyText()
                .contains("зарегистрированный приказ из списка");
        assertThat(story.has(first, Role.DIRECTOR)).isTrue();
        assertThat(story.post(story.director, path, "lastDay", now, "document", "выход директора из отпуска"))
                .hasStatus3xxRedirection();
        assertThat(story.has(first, Role.DIRECTOR)).isFalse();
        assertThat(story.has(first, Role.TEACHER)).isTrue();
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
        assertThat(story.post(story.director, path, "lastDay", now, "document", "ещё раз"))
                .bodyText()
                .contains("уже закончено");
    }

    @Test
    void anOrderEndsADutyAndNothingElseTheEmployeeIs() {
        var other = story.employee(story.school, "DEPUTY", "HIGHER", true, Role.LIBRARIAN);
        propose("ROLE", "role", "LIBRARIAN", "staffId", first.staffId().toString());
        given();
        var order = story.registeredOrder("duty-assignment");
        var path = "/people/duties/" + duty() + "/end";
        assertThat(story.get(story.secretary, path)).bodyText().contains("№ п-");
        assertThat(story.post(story.secretary, path, "lastDay", story.today().toString(), "orderId", order.toString()))
                .hasStatus3xxRedirection();
        var roles = context.getBean(Roles.class);
        assertThat(story.has(first, Role.LIBRARIAN)).isTrue();
        assertThat(roles.has(
                        first.account().id(),
                        story.school.id(),
                        Role.LIBRARIAN,
                        story.today().plusDays(1)))
                .isFalse();
        assertThat(roles.has(
                        other.account().id(),
                        story.school.id(),
                        Role.LIBRARIAN,
                        story.today().plusDays(1)))
                .isTrue();
        assertThat(story.rows()
                        .sql(
                                "select end_ground_id = ? from identity.role_assignments where account_id = ? and role = 'LIBRARIAN'")
                        .params(order, first.account().id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void classesGoOnOnlyByTheTable() {
        allocate(schoolClass("5А"), first, schoolClass("10Б"), second);
        given();
        assertThat(story.post(
                        story.director,
                        "/people/duties/" + duty() + "/end",
                        "lastDay",
                        story.today().toString(),
                        "document",
                        "заявление"))
                .hasStatusOk()
                .bodyText()
                .contains("уже закончено");
    }

    private UUID duty() {
        return story.rows()
                .sql("select id from people.duties where organization_id = ?")
                .param(story.school.id())
                .query(UUID.class)
                .single();
    }

    private UUID givenBy() {
        return story.rows()
                .sql("select order_id from people.duties where organization_id = ?")
                .param(story.school.id())
                .query(UUID.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ROLE | role | DIRECTOR | Такую роль",
                "ROLE | role | ' ' | Заполните поле",
                "ROLE | staffId | ' ' | Заполните поле",
                "ROLE | staffId | 00000000-0000-0000-0000-000000000000 | Выберите работающего",
                "ROLE | from | 2020-01-01 | больше месяца назад",
                "ROLE | from | 31.02.2027 | существующую дату",
                "ROLE | to | 2020-01-01 | раньше, чем начинается",
                "ROLE | formerId | FIRST | такой роли нет",
                "WORKING_GROUP | duty | ' ' | Заполните поле",
                "WORKING_GROUP | memberIds | ' ' | Не выбран никто",
                "WORKING_GROUP | leaderId | DEPUTY | из тех, кто входит",
                "SUBSTITUTION | to | ' ' | Заполните поле",
                "SUBSTITUTION | staffId | DEPUTY | за самого себя",
                "SUBSTITUTION | substitutedId | NOBODY | нет ролей",
                "BOSS | role | LIBRARIAN | что оформить, из списка"
            })
    void aWrongDutyComesBackAndChangesNothing(String kind, String field, String value, String fault) {
        var given = switch (value) {
            case "FIRST" -> second.staffId().toString();
            case "DEPUTY" -> story.deputy.staffId().toString();
            case "NOBODY" -> story.employeeWithoutAccount().toString();
            default -> value;
        };
        var sound = new ArrayList<>(
                switch (kind) {
                    case "WORKING_GROUP" ->
                        List.of("duty", "О группе", "memberIds", first.staffId().toString());
                    case "SUBSTITUTION" ->
                        List.of(
                                "substitutedId", story.deputy.staffId().toString(),
                                "staffId", first.staffId().toString(),
                                "to", story.today().plusDays(3).toString());
                    default ->
                        List.of("role", "LIBRARIAN", "staffId", first.staffId().toString());
                });
        if (sound.contains(field)) sound.set(sound.indexOf(field) + 1, given);
        else sound.addAll(List.of(field, given));
        assertThat(propose(kind, sound.toArray(String[]::new)))
                .hasStatusOk()
                .bodyText()
                .contains(fault);
        assertThat(story.rows()
                        .sql("select count(*) from people.duties where organization_id = ?")
                        .param(story.school.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void given() {
        story.run("ServiceTask_DraftOrder");
        story.sign("SIGN");
        story.run("ServiceTask_GiveDuty");
    }

    private MvcTestResult propose(String kind, String... more) {
        var parameters = new ArrayList<>(List.of("kind", kind));
        if (!List.of(more).contains("from"))
            parameters.addAll(List.of("from", story.today().toString()));
        parameters.addAll(List.of(more));
        return story.post(story.deputy, START, parameters.toArray(String[]::new));
    }

    private MvcTestResult allocate(UUID fiveA, Employee ofA, UUID tenB, Employee ofB) {
        return propose(
                "CLASS_TEACHERS",
                "classIds",
                fiveA.toString(),
                "teacherIds",
                ofA.staffId().toString(),
                "classIds",
                tenB.toString(),
                "teacherIds",
                ofB.staffId().toString());
    }

    private UUID schoolClass(String label) {
        return story.rows()
                .sql("select id from organization.classes where organization_id = ? and label = ?")
                .params(story.school.id(), label)
                .query(UUID.class)
                .single();
    }

    private String annex() {
        return story.rows()
                .sql(
                        "select a.text from orders.annexes a join orders.orders o on o.id = a.order_id where o.organization_id = ? order by o.created_at desc limit 1")
                .param(story.school.id())
                .query(String.class)
                .single();
    }

    private long orders(String kind) {
        return story.rows()
                .sql("select count(*) from orders.orders where organization_id = ? and kind = ?")
                .params(story.school.id(), kind)
                .query(Long.class)
                .single();
    }
}
