package school.chancery.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
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
import school.chancery.identity.Accounts;
import school.chancery.identity.Accounts.PasswordAnswer;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.organization.Subjects;
import school.chancery.platform.SchoolStory;
import school.chancery.platform.SchoolStory.Employee;

/** Hiring through the forms, with the real orders, roles and register. */
@ChanceryTest
class HiringIntegrationTests {
    private static final String START = "/people/hire-employee/start";
    private static final String HAND_OVER = "/people/hire-employee/hand-over-access";
    private static final String FAMILY = "Канареечкина";

    @Autowired
    private ApplicationContext context;

    private SchoolStory story;
    private Employee personnel;

    @BeforeEach
    void found() {
        story = new SchoolStory(context);
        personnel = story.employee(story.school, "SUPPORT", "HIGHER", false, Role.HR);
        Acting.as(
                Actor.PRODUCT, () -> context.getBean(Subjects.class).add(story.school.id(), "Химия опытная", "Химия"));
    }

    @Test
    void somebodyBecomesAnEmployeeByASignedOrderAndOnlyByIt() {
        assertThat(propose(personnel)).hasStatus3xxRedirection();
        story.run("ServiceTask_DraftOrder");
        assertThat(staff()).isEmpty();
        story.sign("SIGN");
        assertThat(staff()).isEmpty();
        story.run("ServiceTask_EnterEmployee");
        assertThat(staff()).containsExactly(FAMILY + " учитель химии PEDAGOGUE " + subject() + " PERSONNEL");
        assertThat(story.rows()
                        .sql(
                                "select r.role || ' ' || r.ground_kind || ' ' || r.valid_from from identity.role_assignments r"
                                        + " join people.hirings h on h.order_id = r.ground_id where h.organization_id = ? order by 1")
                        .param(story.school.id())
                        .query(String.class)
                        .list())
                .containsExactly("LIBRARIAN ORDER " + story.today(), "TEACHER ORDER " + story.today());
    }

    @Test
    void theOfficeHandsOverAPasswordThatOpensTheAccountOnce() {
        hired();
        var sheet = story.submit(story.secretary, "UserTask_HandOverAccess", HAND_OVER, "issue", "true");
        assertThat(sheet).hasStatusOk().bodyText().contains("kanareechkina-ap");
        var password = Pattern.compile("<code>([a-z2-9]{14})</code>").matcher(text(sheet));
        assertThat(password.find()).isTrue();
        assertThat(context.getBean(Accounts.class).checkPassword(account(), password.group(1)))
                .isEqualTo(PasswordAnswer.RIGHT);
        assertThat(story.isOpen("UserTask_HandOverAccess")).isTrue();
        assertThat(story.submit(story.secretary, "UserTask_HandOverAccess", HAND_OVER))
                .hasStatus3xxRedirection();
        assertThat(story.isOpen("UserTask_HandOverAccess")).isFalse();
        assertThat(context.getBean(Accounts.class).awaitsPassword(account())).isTrue();
    }

    @Test
    void anAccountInUseGetsNoPasswordFromATaskLeftOpen() {
        hired();
        story.rows()
                .sql("update identity.accounts set password_issued = false where id = ?")
                .param(account())
                .update();
        assertThat(story.submit(story.secretary, "UserTask_HandOverAccess", HAND_OVER, "issue", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("задал свой пароль")
                .doesNotContain("<code>");
        assertThat(context.getBean(Accounts.class).awaitsPassword(account())).isFalse();
        assertThat(story.submit(story.secretary, "UserTask_HandOverAccess", HAND_OVER))
                .hasStatus3xxRedirection();
    }

    @Test
    void aRejectedOrderLeavesNothingOfTheCandidate() {
        propose(personnel);
        story.run("ServiceTask_DraftOrder");
        story.sign("REJECT");
        story.run("ServiceTask_DropHiring");
        assertThat(staff()).isEmpty();
        assertThat(story.rows()
                        .sql(
                                "select state || coalesce(family, '-') || coalesce(phone, '-') from people.hirings where organization_id = ?")
                        .param(story.school.id())
                        .query(String.class)
                        .single())
                .isEqualTo("DROPPED--");
        assertThat(story.rows()
                        .sql(
                                "select count(*) from people.persons p join people.hirings h on h.person_id = p.id where h.organization_id = ?")
                        .param(story.school.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoResemblesSomebodyOfTheRegisterIsAskedAbout() {
        var known = story.teacher.name().split(" ");
        var asked = propose(personnel, "family", known[0].replace('е', 'ё'), "given", "анна", "patronymic", "Ивановна");
        assertThat(asked).hasStatusOk().bodyText().contains("Кто это?", story.teacher.name(), "Это другой человек");
        assertThat(hirings()).isZero();
        // Somebody made up is nobody of those offered.
        assertThat(propose(
                        personnel,
                        "family",
                        known[0],
                        "given",
                        "Анна",
                        "patronymic",
                        "Ивановна",
                        "person",
                        UUID.randomUUID().toString()))
                .hasStatusOk()
                .bodyText()
                .contains("Выберите, кто это");
        assertThat(propose(
                        personnel,
                        "family",
                        known[0],
                        "given",
                        "Анна",
                        "patronymic",
                        "Ивановна",
                        "person",
                        story.teacher.personId().toString()))
                .hasStatusOk()
                .bodyText()
                .contains("Этот человек уже работает в организации");
        assertThat(propose(personnel, "family", known[0], "given", "Анна", "patronymic", "Ивановна", "person", "NEW"))
                .hasStatus3xxRedirection();
    }

    @Test
    void aGuardianOfAPupilBecomesAnEmployeeWithoutASecondRecordOrAccount() {
        var parent = story.employee(story.school, "SUPPORT", "HIGHER", false);
        story.rows()
                .sql("update people.staff set dismissed_on = '2024-05-31' where id = ?")
                .param(parent.staffId())
                .update();
        var name = parent.name().split(" ");
        propose(
                personnel,
                "family",
                name[0],
                "given",
                "Анна",
                "patronymic",
                "Ивановна",
                "person",
                parent.personId().toString());
        entered();
        assertThat(story.isOpen("UserTask_HandOverAccess")).isFalse();
        assertThat(context.getBean(Roles.class)
                        .has(parent.account().id(), story.school.id(), Role.TEACHER, story.today()))
                .isTrue();
        assertThat(story.rows()
                        .sql("select count(*) from people.persons where family = ?")
                        .param(name[0])
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theSameCandidateIsHiredOnce() {
        propose(personnel);
        assertThat(propose(story.secretary)).hasStatusOk().bodyText().contains("это же сделал кто-то другой");
        assertThat(hirings()).isEqualTo(1);
    }

    @Test
    void nothingOfTheCandidateStandsInTheEnginesTables() {
        hired();
        for (var column : List.of("act_hi_varinst.text_", "act_hi_taskinst.name_", "act_hi_procinst.business_key_")) {
            var parts = column.split("\\.");
            assertThat(story.rows()
                            .sql("select count(*) from engine." + parts[0] + " where " + parts[1] + " like ?")
                            .param("%" + FAMILY + "%")
                            .query(Long.class)
                            .single())
                    .as(column)
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "family    | ' '        | Заполните поле",
                "family    | 123        | Буквы, пробел, дефис",
                "given     | <b>А</b>   | Буквы, пробел, дефис",
                "bornOn    | 31.02.1990 | Укажите существующую дату",
                "bornOn    | 2999-01-01 | Укажите дату раньше сегодняшней",
                "bornOn    | 1899-12-31 | Дата раньше 1900 года",
                "bornOn    | 2020-01-01 | меньше 14 лет",
                "sex       | X          | записано неверно",
                "email     | почта      | лектронн",
                "phone     | 12         | Это не телефонный номер",
                "position  | ' '        | Заполните поле",
                "category  | HEAD       | назначает учредитель",
                "category  | BOSS       | записано неверно",
                "education | ' '        | Заполните поле",
                "access    | DIRECTOR   | Такую роль по должности не дают",
                "access    | GOD        | записано неверно",
                "subjects  | astrology  | не ведётся",
                "firstDay  | 2020-01-01 | больше месяца назад",
                "firstDay  | 2999-01-01 | Не больше года вперёд",
                "ground    | ' '        | Заполните поле"
            })
    void aWrongHiringComesBackWithItsFaultAndChangesNothing(String field, String value, String fault) {
        assertThat(propose(personnel, field, value)).hasStatusOk().bodyText().contains(fault);
        assertThat(hirings()).isZero();
    }

    private void hired() {
        propose(personnel);
        entered();
    }

    private void entered() {
        story.run("ServiceTask_DraftOrder");
        story.sign("SIGN");
        story.run("ServiceTask_EnterEmployee");
    }

    private MvcTestResult propose(Employee who, String... more) {
        var parameters = new ArrayList<>(List.of(
                "family",
                FAMILY,
                "given",
                "Анна",
                "patronymic",
                "Петровна",
                "bornOn",
                "1990-05-04",
                "sex",
                "FEMALE",
                "phone",
                "8 (999) 111-22-33",
                "position",
                "учитель химии",
                "category",
                "PEDAGOGUE",
                "education",
                "HIGHER",
                "access",
                "LIBRARIAN",
                "subjects",
                subject(),
                "firstDay",
                story.today().toString(),
                "ground",
                "трудовой договор от 01.11.2026 № 7"));
        for (var i = 0; i < more.length; i += 2) {
            var at = parameters.indexOf(more[i]);
            if (at < 0) parameters.addAll(List.of(more[i], more[i + 1]));
            else parameters.set(at + 1, more[i + 1]);
        }
        return story.post(who, START, parameters.toArray(String[]::new));
    }

    private String subject() {
        return story.rows()
                .sql("select code from organization.subjects where organization_id = ? order by name limit 1")
                .param(story.school.id())
                .query(String.class)
                .single();
    }

    private List<String> staff() {
        return story.rows()
                .sql("""
                        select p.family || ' ' || s.position || ' ' || s.category || ' ' || t.subject || ' ' || o.series
                        from people.staff s join people.persons p on p.id = s.person_id
                        join orders.orders o on o.id = s.hired_order_id and o.status = 'REGISTERED'
                        left join people.teaching_subjects t on t.staff_id = s.id
                        where s.organization_id = ?
                        """)
                .param(story.school.id())
                .query(String.class)
                .list();
    }

    private long hirings() {
        return story.rows()
                .sql("select count(*) from people.hirings where organization_id = ?")
                .param(story.school.id())
                .query(Long.class)
                .single();
    }

    private UUID account() {
        return story.rows()
                .sql(
                        "select a.id from identity.accounts a join people.hirings h on h.person_id = a.person_id where h.organization_id = ?")
                .param(story.school.id())
                .query(UUID.class)
                .single();
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
