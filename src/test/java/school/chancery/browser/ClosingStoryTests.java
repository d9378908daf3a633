package school.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import school.chancery.audit.Acting;
import school.chancery.identity.Accounts;
import school.chancery.identity.Ground;
import school.chancery.identity.NewAccount;
import school.chancery.identity.Role;
import school.chancery.identity.RoleGrant;
import school.chancery.identity.Roles;
import school.chancery.journal.MarkValue;
import school.chancery.journal.TestMarks;
import school.chancery.organization.NewOrganization;
import school.chancery.organization.OrganizationType;
import school.chancery.organization.Organizations;
import school.chancery.organization.Requisites;
import school.chancery.students.TestClasses;

/**
 * A school of the district closes its year as its people do it in Tasklist and in the portal: findings, outcomes of a
 * class of 35, council, next classes, two persons, orders, seal. One story in parts, on one product.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClosingStoryTests {
    private static final String ROLE = "Задачи моей роли";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Moscow"));
    private static final int CLASS_SIZE = 35;

    private static final Map<String, Actor> PEOPLE = new ConcurrentHashMap<>();
    private static Stage stage;
    private static JdbcClient rows;
    private static UUID organization;
    private static TestClasses classes;
    private static UUID ninth;

    @BeforeAll
    static void openASchool() {
        stage = Stage.get();
        rows = JdbcClient.create(stage.database().owner());
        organization = Acting.as(
                school.chancery.audit.Actor.PRODUCT,
                () -> stage.bean(Organizations.class)
                        .register(new NewOrganization(
                                "school-9",
                                OrganizationType.SCHOOL,
                                "Муниципальное общеобразовательное учреждение «Средняя общеобразовательная школа № 9»",
                                "МОУ «СОШ № 9»",
                                "г. Лужанск",
                                "district",
                                ZoneId.of("Europe/Moscow"),
                                new Requisites(null, null, "г. Лужанск, ул. Летняя, д. 9", "Директор"))));
        person("director9", "HEAD", "Директорова", Role.DIRECTOR);
        person("deputy9", "DEPUTY", "Заместителева", Role.DEPUTY);
        person("coordinator9", "DEPUTY", "Координаторова", Role.COORDINATOR);
        person("secretary9", "SUPPORT", "Секретарева", Role.SECRETARY);
        var teacher = person("teacher9", "PEDAGOGUE", "Классова", Role.CLASS_TEACHER);
        classes = new TestClasses(rows, organization, TODAY);
        var marks = new TestMarks(rows, organization, classes.year());
        var maths = marks.subject("maths", "Математика", "Матем");
        var russian = marks.subject("russian", "Русский язык", "Русск");
        var fifth = classes.open(5, "А", 36);
        ninth = classes.open(9, "А", 25);
        classes.open(10, "А", 25);
        for (var schoolClass : new UUID[] {fifth, ninth}) {
            marks.plan(schoolClass, maths, russian);
            leads(teacher, schoolClass);
        }
        for (var i = 0; i < CLASS_SIZE; i++) {
            var pupil = classes.pupilIn(fifth, "Пятиклассников");
            marks.mark(pupil, maths, i == 7 ? MarkValue.TWO : MarkValue.FOUR);
            marks.mark(pupil, russian, MarkValue.FIVE);
        }
        for (var i = 0; i < 2; i++) {
            var pupil = classes.pupilIn(ninth, "Девятиклассников");
            marks.mark(pupil, maths, MarkValue.THREE);
            marks.mark(pupil, russian, MarkValue.FOUR);
        }
    }

    @Test
    @Order(1)
    void theDirectorBeginsAndTheDeputySeesWhoIsMissingWhat() {
        var director = signIn("director9");
        var form = director.startProcess("Закрытие учебного года");
        form.locator("[name=schoolYearId]").selectOption("");
        submit(form);
        assertThat(form.locator("#field-schoolYearId .error")).isVisible();
        director.picture("c1-start-error");
        form.locator("[name=schoolYearId]").selectOption(classes.year().toString());
        submit(form);
        assertThat(director.page().locator(".modal-dialog")).hasCount(0);
        var deputy = signIn("deputy9");
        form = openWhenThere(deputy, "Устранить замечания");
        assertThat(form.locator("main")).containsText("государственной итоговой аттестации");
        assertThat(form.locator("main")).containsText("Девятиклассников");
        form.locator("[name=decision][value=ABANDON]").check();
        submit(form);
        assertThat(form.locator("#field-reason .error")).isVisible();
        deputy.picture("c2-findings");
        examined();
        form.locator("[name=decision][value=RECHECK]").check();
        submit(form);
        deputy.taskGone();
    }

    @Test
    @Order(2)
    void theClassTeacherHasThirtyFivePupilsOnOneScreen() {
        var teacher = signIn("teacher9");
        var page = openFromInbox(teacher, "5А");
        assertThat(page.locator(".outcomes tbody tr")).hasCount(CLASS_SIZE);
        teacher.picture("c3-class-of-35");
        var last = page.locator(".outcomes tbody tr").last().boundingBox();
        var first = page.locator(".outcomes tbody tr").first().boundingBox();
        assertTrue(last.y + last.height - first.y < 950, "35 pupils need more than one screen");
        assertThat(page.locator(".outcomes")).containsText("переведён условно");
        page.locator("main form button.main").click();
        assertThat(page.locator(".flash")).isVisible();
    }

    @Test
    @Order(3)
    void whatTheClassTeacherChoosesOtherwiseNeedsAReasonAndSavesItself() {
        var teacher = signIn("teacher9");
        var page = openFromInbox(teacher, "9А");
        var row = page.locator(".outcomes tbody tr").first();
        row.locator("select").selectOption("GRADUATED_GOES_ON");
        assertThat(row.locator("input[name=reason]")).isFocused();
        assertThat(row.locator(".saved")).hasText("");
        teacher.picture("c4-reason-asked");
        page.keyboard().type("Заявление о приёме в 10 класс");
        page.keyboard().press("Enter");
        assertThat(row.locator(".saved")).hasText("сохранено");
        assertThat(page.locator(".outcomes tbody tr").nth(1).locator("input[name=reason]"))
                .isFocused();
        page.reload();
        assertThat(page.locator(".outcomes tbody tr").first().locator("input[name=reason]"))
                .hasValue("Заявление о приёме в 10 класс");
        teacher.picture("c5-saved");
        page.locator("main form button.main").click();
        assertThat(page.locator(".flash")).isVisible();
    }

    @Test
    @Order(4)
    void theDeputyReviewsTheClassesAndTheSecretaryRecordsTheCouncil() {
        var deputy = signIn("deputy9");
        for (var i = 0; i < 2; i++) {
            var form = openWhenThere(deputy, "Проверить итоги класса");
            if (i == 0) {
                form.locator("[name=decision][value=RETURN]").check();
                submit(form);
                assertThat(form.locator("#field-remark .error")).isVisible();
                deputy.picture("c6-review-error");
            }
            form.locator("[name=decision][value=ACCEPT]").check();
            submit(form);
            deputy.taskGone();
        }
        var secretary = signIn("secretary9");
        var form = openWhenThere(secretary, "Внести протокол педагогического совета");
        form.locator("[name=heldOn]").fill("2001-01-01");
        form.locator("[name=decision]").fill("Перевести обучающихся 5 класса в 6 класс");
        submit(form);
        assertThat(form.locator("#field-number .error")).isVisible();
        form.locator("[name=number]").fill("9");
        submit(form);
        assertThat(form.locator("#field-graduatesLastOn .error, #field-heldOn .error")
                        .first())
                .isVisible();
        secretary.picture("c7-council-error");
        form.locator("[name=heldOn]").fill(TODAY.toString());
        submit(form);
        secretary.taskGone();
    }

    @Test
    @Order(5)
    void theClassesOfTheNextYearAreApprovedAndTwoPersonsConfirmThePlan() {
        var deputy = signIn("deputy9");
        var form = openWhenThere(deputy, "Утвердить классы нового года");
        assertThat(form.locator("main")).containsText("6А");
        deputy.picture("c8-next-classes");
        submit(form);
        deputy.taskGone();
        var director = signIn("director9");
        form = openWhenThere(director, "Подтвердить закрытие года");
        assertThat(form.locator("main")).containsText("сходится");
        form.locator("[name=decision][value=RETURN]").check();
        submit(form);
        assertThat(form.locator("#field-remark .error")).isVisible();
        director.picture("c10-confirm-error");
        form.locator("[name=decision][value=CONFIRM]").check();
        submit(form);
        director.taskGone();
        var coordinator = signIn("coordinator9");
        form = openWhenThere(coordinator, "Подтвердить закрытие года вторым лицом");
        assertThat(form.locator("main")).containsText("Директорова");
        coordinator.picture("c11-countersign");
        form.locator("[name=decision][value=CONFIRM]").check();
        submit(form);
        coordinator.taskGone();
    }

    @Test
    @Order(6)
    void theOrdersAreSignedAndTheYearIsSealedAfterTheReconciliation() {
        var director = signIn("director9");
        for (var i = 0; i < 2; i++) {
            var form = openWhenThere(director, "Рассмотреть и подписать приказ");
            if (i == 0) director.picture("c12-order");
            form.locator("[name=decision][value=SIGN]").check();
            form.locator("[name=password]").fill(Stage.PASSWORD);
            form.locator("main form button.main").first().click();
            assertThat(form.getByText("Приказу присвоен номер")).isVisible();
        }
        var specialist = signIn("specialist");
        var page = specialist.openWhen("/yearclosing", "main tr:has-text('СОШ № 9'):has-text('сверка')");
        specialist.picture("c13-district");
        page.locator("main tr:has-text('СОШ № 9') a").first().click();
        assertThat(page.locator("main")).containsText("5А");
        assertThat(page.locator("main")).not().containsText("Пятиклассников");
        specialist.picture("c14-district-school");
        var form = openWhenThere(director, "Опечатать год");
        assertThat(form.locator("main")).containsText("совпадает с планом");
        submit(form);
        assertThat(form.locator("#errors")).isVisible();
        director.picture("c15-seal-error");
        form.locator("[name=reconciled]").check();
        submit(form);
        director.taskGone();
        page = director.openWhen("/yearclosing", "main tr:has-text('опечатан')");
        page.locator("main tbody a").first().click();
        director.picture("c16-board");
        page.locator("main a:has-text('План закрытия года')").first().click();
        assertThat(page.locator("main")).containsText("Пятиклассников");
        director.picture("c17-plan");
    }

    private static Actor signIn(String login) {
        return PEOPLE.computeIfAbsent(login, stage::signIn);
    }

    /** Jobs run on their own here: looks again until the task has come. */
    private static FrameLocator openWhenThere(Actor who, String name) {
        for (var i = 0; i < 20; i++) {
            who.openTasklist();
            who.page().locator(".task-filters").getByText(ROLE).first().click();
            who.page().waitForTimeout(1500);
            if (who.page()
                            .locator(".tasks-list li")
                            .filter(new Locator.FilterOptions().setHasText(name))
                            .count()
                    > 0) return who.openTask(ROLE, name);
        }
        throw new AssertionError("no task " + name);
    }

    private static Page openFromInbox(Actor who, String label) {
        var row = "main tr:has-text('Предложить итоги класса'):has-text('" + label + "')";
        var page = who.openWhen("/inbox", row);
        who.picture("c3-inbox");
        page.locator(row + " a.task").first().click();
        page.locator(".outcomes").waitFor();
        return page;
    }

    private static void submit(FrameLocator form) {
        form.locator("main form button.main").last().click();
    }

    private static void examined() {
        rows.sql("""
                        insert into journal.final_exams (pupil_id, school_year_id, organization_id, grade, admitted,
                            decided_on, certificate, certified_on)
                        select pupil_id, school_year_id, organization_id, 9, true, ?, 'ORDINARY', ?
                        from students.enrollments where class_id = ?
                        """).params(TODAY, TODAY, ninth).update();
    }

    private static void leads(UUID staff, UUID schoolClass) {
        rows.sql(
                        "insert into people.class_teachers (id, organization_id, class_id, staff_id, from_on) values (gen_random_uuid(), ?, ?, ?, ?)")
                .params(organization, schoolClass, staff, classes.yearStart())
                .update();
    }

    private static UUID person(String login, String category, String family, Role role) {
        var person = UUID.randomUUID();
        var staff = UUID.randomUUID();
        rows.sql("insert into people.persons (id, family, given, patronymic) values (?, ?, 'Анна', 'Ивановна')")
                .params(person, family)
                .update();
        rows.sql("""
                        insert into people.staff (id, organization_id, person_id, position, category, education,
                            management_experience, hired_on)
                        values (?, ?, ?, 'работник', ?, 'HIGHER', false, '2019-09-01')
                        """).params(staff, organization, person, category).update();
        var account =
                new NewAccount(login, family + " А. И.", login + "@example.org", person, Stage.PASSWORD, false, false);
        Acting.as(school.chancery.audit.Actor.PRODUCT, () -> {
            var id = stage.bean(Accounts.class).open(account);
            var ground = new Ground(Ground.Kind.FIRST_LOADING, null, "первичная загрузка");
            stage.bean(Roles.class)
                    .grant(new RoleGrant(id, organization, role, TODAY.minusYears(1), null, ground, null));
        });
        return staff;
    }
}
