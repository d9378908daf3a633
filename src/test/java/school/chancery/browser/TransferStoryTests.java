package school.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static school.chancery.browser.Forms.choose;
import static school.chancery.browser.Forms.sign;
import static school.chancery.browser.Forms.submit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
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
import school.chancery.organization.NewOrganization;
import school.chancery.organization.OrganizationType;
import school.chancery.organization.Organizations;
import school.chancery.organization.Requisites;
import school.chancery.students.TestClasses;

/**
 * A child of the demo school moves to a second school of the district, as the people of both do it in Tasklist and in
 * the portal: application, place, order, papers, order, notice. One story in parts, on one product.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TransferStoryTests {
    private static final String ROLE = "Задачи моей роли";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Moscow"));
    private static final String TOMORROW = TODAY.plusDays(1).toString();
    private static final String SCHOOL = "МОУ «СОШ № 7»";

    private static Stage stage;
    private static String child;

    @BeforeAll
    static void openASecondSchool() {
        stage = Stage.get();
        var rows = JdbcClient.create(stage.database().owner());
        var second = Acting.as(
                school.chancery.audit.Actor.PRODUCT,
                () -> stage.bean(Organizations.class)
                        .register(new NewOrganization(
                                "school-7",
                                OrganizationType.SCHOOL,
                                "Муниципальное общеобразовательное учреждение «Средняя общеобразовательная школа № 7»",
                                SCHOOL,
                                "г. Лужанск",
                                "district",
                                ZoneId.of("Europe/Moscow"),
                                new Requisites(null, null, "г. Лужанск, ул. Новая, д. 7", "Директор"))));
        new TestClasses(rows, second, TODAY).open(5, "К", 20);
        person(rows, second, "director7", "HEAD", "Директорова", Role.DIRECTOR);
        person(rows, second, "deputy7", "DEPUTY", "Заместителева", Role.DEPUTY);
        person(rows, second, "secretary7", "SUPPORT", "Секретарева", Role.SECRETARY);
    }

    @Test
    @Order(1)
    void theSecretaryFindsTheChildAndSeesEveryFaultAtItsField() {
        var secretary = stage.signIn("secretary14");
        var form = secretary.startProcess("Перевод обучающегося");
        form.locator("[name=text]").fill("5А");
        submit(form);
        secretary.picture("t1-choose");
        var first = form.locator("main table tbody a").first();
        child = first.innerText().strip();
        first.click();
        form.locator("[name=kind][value=SYSTEM_SCHOOL]").check();
        form.locator("[name=appliedOn]").fill(TOMORROW);
        submit(form);
        assertThat(form.locator("#field-receivingOrganizationId .error")).isVisible();
        assertThat(form.locator("#field-appliedOn .error")).isVisible();
        secretary.picture("t2-application-errors");
        form.locator("[name=appliedOn]").fill(TODAY.toString());
        form.locator("[name=effectiveOn]").fill(TOMORROW);
        choose(form.locator("[name=receivingOrganizationId]"), "СОШ № 7");
        submit(form);
        assertThat(secretary.page().locator(".modal-dialog")).hasCount(0);
    }

    @Test
    @Order(2)
    void theOtherSchoolGivesAPlaceKnowingOnlyWhatItMust() {
        var deputy = stage.signIn("deputy7");
        var form = deputy.openTask(ROLE, "Ответить на запрос о месте");
        assertThat(form.locator("main")).containsText(child);
        form.locator("[name=decision][value=ACCEPT]").check();
        submit(form);
        assertThat(form.locator("#field-classId .error")).isVisible();
        deputy.picture("t3-place-error");
        choose(form.locator("[name=classId]"), "5К");
        submit(form);
        deputy.taskGone();
    }

    @Test
    @Order(3)
    void theDirectorSignsTheWithdrawalAndTheSecretaryHandsOverThePapers() {
        var director = stage.signIn("director14");
        var form = director.openTask(ROLE, "Рассмотреть и подписать приказ");
        assertThat(form.locator("main")).containsText("Отчислить");
        sign(form);
        director.picture("t4-withdrawal-registered");
        var secretary = stage.signIn("secretary14");
        form = secretary.openTask(ROLE, "Выдать личное дело и выписку");
        form.locator("[name=handedTo]").fill(" ");
        submit(form);
        assertThat(form.locator("#field-handedTo .error")).isVisible();
        secretary.picture("t5-hand-over-error");
        form.locator("[name=handedTo]").fill("Мать");
        submit(form);
        secretary.taskGone();
        secretary.openWhen("/students/transfers/missing", "main");
        secretary.picture("t6-missing");
    }

    @Test
    @Order(4)
    void theOtherSchoolTakesTheDocumentsInThePortalAndItsDirectorSigns() {
        var secretary = stage.signIn("secretary7");
        var page = secretary.openWhen("/inbox", "main tr:has-text('Принять документы')");
        secretary.picture("t7-inbox");
        page.locator("main tr:has-text('Принять документы') a").first().click();
        page.locator("main form[method=post] [name=decision][value=TAKEN]").check();
        page.locator("main form button.main").last().click();
        assertThat(page.locator("#field-applicant .error")).isVisible();
        secretary.picture("t8-documents-error");
        page.locator("[name=applicant]").fill("Мать обучающегося");
        page.locator("main form button.main").last().click();
        assertThat(page.locator(".flash")).isVisible();
        var director = stage.signIn("director7");
        sign(director.openTask(ROLE, "Рассмотреть и подписать приказ"));
    }

    @Test
    @Order(5)
    void theNoticeComesByItselfAndBothBooksTellTheMovement() {
        var secretary = stage.signIn("secretary14");
        secretary.openWhen("/students/transfers?state=ARRIVED", "main table");
        secretary.picture("t9-transfers");
        var page = secretary.open("/students/movements");
        assertThat(page.locator("main")).containsText(child);
        assertThat(page.locator("main")).containsText(SCHOOL);
        secretary.picture("t10-movement-book");
        page.locator("main table tbody td a").first().click();
        page.locator("main form button.main").click();
        assertThat(page.locator("#field-text .error")).isVisible();
        secretary.picture("t11-correction-error");
        var other = stage.signIn("secretary7");
        page = other.open("/students/movements");
        assertThat(page.locator("main")).containsText("прибыл из другой школы");
        other.open("/students/classes");
        other.picture("t12-classes");
    }

    @Test
    @Order(6)
    void theFaultsOfAnApplicationForAdmissionStandAtTheirFields() {
        var secretary = stage.signIn("secretary7");
        var page = secretary.open("/students/enrol-newcomer/start");
        page.locator("[name=grade]").fill("12");
        page.locator("main form button.main").click();
        assertThat(page.locator("#field-family .error")).isVisible();
        assertThat(page.locator("#field-grade .error")).isVisible();
        secretary.picture("t13-newcomer-errors");
    }

    private static void person(JdbcClient rows, UUID where, String login, String category, String family, Role role) {
        var person = UUID.randomUUID();
        rows.sql("insert into people.persons (id, family, given, patronymic) values (?, ?, 'Анна', 'Ивановна')")
                .params(person, family)
                .update();
        rows.sql("""
                        insert into people.staff (id, organization_id, person_id, position, category, education,
                            management_experience, hired_on)
                        values (gen_random_uuid(), ?, ?, 'работник', ?, 'HIGHER', false, '2019-09-01')
                        """).params(where, person, category).update();
        var account =
                new NewAccount(login, family + " А. И.", login + "@example.org", person, Stage.PASSWORD, false, false);
        Acting.as(school.chancery.audit.Actor.PRODUCT, () -> {
            var id = stage.bean(Accounts.class).open(account);
            var ground = new Ground(Ground.Kind.FIRST_LOADING, null, "первичная загрузка");
            stage.bean(Roles.class).grant(new RoleGrant(id, where, role, TODAY.minusYears(1), null, ground, null));
        });
    }
}
