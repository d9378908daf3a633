package school.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static school.chancery.browser.Forms.choose;
import static school.chancery.browser.Forms.sign;
import static school.chancery.browser.Forms.submit;

import java.time.LocalDate;
import java.time.ZoneId;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import school.chancery.audit.Acting;

/**
 * An employee of the demo school from the application to the dismissal, as its people do it in Tasklist: hired, given a
 * login, given a class by the order for the whole school, dismissed. One story in parts, on one product.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PersonnelStoryTests {
    private static final String ROLE = "Задачи моей роли";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Moscow"));
    private static final String NAME = "Новосельцева Вероника Аркадьевна";
    private static final String OWN_PASSWORD = "Собственный-пароль-31";

    private static Stage stage;
    private static String login;
    private static Actor employee;

    @BeforeAll
    static void open() {
        stage = Stage.get();
    }

    @Test
    @Order(1)
    void personnelSeesEveryFaultOfTheFormAtItsFieldAndStartsTheHiring() {
        var personnel = stage.signIn("hr14");
        var form = personnel.startProcess("Приём на работу");
        form.locator("[name=family]").fill("Новосельцева1");
        form.locator("[name=given]").fill("Вероника");
        form.locator("[name=patronymic]").fill("Аркадьевна");
        form.locator("[name=bornOn]").fill(TODAY.minusYears(5).toString());
        form.locator("[name=phone]").fill("12345");
        submit(form);
        for (var field : new String[] {"family", "phone", "position", "ground"})
            assertThat(form.locator("#field-" + field + " .error")).isVisible();
        personnel.picture("p1-hiring-errors");
        form.locator("[name=family]").fill("Новосельцева");
        form.locator("[name=phone]").fill("8 912 345-67-89");
        form.locator("[name=position]").fill("Учитель начальных классов");
        form.locator("[name=ground]").fill("трудовой договор от " + TODAY + " № 15");
        submit(form);
        assertThat(form.locator("#field-bornOn .error")).containsText("меньше 14 лет");
        form.locator("[name=bornOn]").fill("1990-03-14");
        submit(form);
        assertThat(personnel.page().locator(".modal-dialog")).hasCount(0);
    }

    @Test
    @Order(2)
    void theDirectorSignsAndTheEmployeeGetsAPasswordInHerHands() {
        var director = stage.signIn("director14");
        var form = director.openTask(ROLE, "Рассмотреть и подписать приказ");
        assertThat(form.locator("main")).containsText(NAME);
        form.locator("[name=decision][value=SIGN]").check();
        form.locator("[name=password]").fill("не тот пароль");
        submit(form);
        assertThat(form.locator("#field-password .error")).isVisible();
        director.picture("p2-wrong-password");
        sign(form);
        var personnel = stage.signIn("hr14");
        form = personnel.openTaskWith(ROLE, "Выдать логин и пароль", NAME);
        submit(form);
        assertThat(form.locator("#issued")).isVisible();
        personnel.picture("p3-password-sheet");
        login = form.locator("#issued code").first().innerText();
        var password = form.locator("#issued code").last().innerText();
        submit(form);
        personnel.taskGone();
        employee = stage.signIn(login, password);
        employee.page().locator("[name=password]").fill(password);
        employee.page().locator("[name=newPassword]").fill(OWN_PASSWORD);
        employee.page().locator("[name=repeatedPassword]").fill(OWN_PASSWORD);
        employee.page().locator("main form button.main").click();
        assertThat(employee.open("/inbox").locator("h1")).isVisible();
        employee.picture("p4-inbox-of-the-new-employee");
    }

    @Test
    @Order(3)
    void oneOrderForTheWholeSchoolGivesHerAClass() {
        var deputy = stage.signIn("deputy14");
        var form = deputy.startProcess("Возложение обязанностей");
        form.locator("[name=kind][value=CLASS_TEACHERS]").check();
        submit(form);
        choose(form.locator("tr:has(th label:text-is('1А')) select"), NAME);
        form.locator("[name=from]").fill("2020-09-01");
        submit(form);
        assertThat(form.locator("#field-from .error").first()).isVisible();
        assertThat(form.locator("tr:has(th label:text-is('1А')) select")).isVisible();
        deputy.picture("p5-allocation-error");
        form.locator("[name=from]").fill(TODAY.toString());
        submit(form);
        assertThat(deputy.page().locator(".modal-dialog")).hasCount(0);
        var director = stage.signIn("director14");
        form = director.openTask(ROLE, "Рассмотреть и подписать приказ");
        assertThat(form.locator("main")).containsText("1А – " + NAME);
        director.picture("p6-allocation-order");
        sign(form);
        var page = deputy.openWhen("/people/class-teachers", "main tr:has-text('" + NAME + "')");
        assertThat(page.locator("main tr:has-text('" + NAME + "')")).containsText("1А");
        assertThat(page.locator("main tr:has-text('" + NAME + "')")).containsText("№");
        deputy.picture("p7-class-teachers");
    }

    @Test
    @Order(4)
    void whenTheLastDayIsOverNoWayInIsLeftButTheHistory() {
        var personnel = stage.signIn("hr14");
        var form = personnel.startProcess("Увольнение");
        choose(form.locator("[name=staffId]"), NAME);
        form.locator("[name=cause][value=OWN_WISH]").check();
        form.locator("[name=lastDay]").fill(TODAY.minusDays(1).toString());
        form.locator("[name=ground]").fill("заявление работника от " + TODAY);
        submit(form);
        assertThat(form.locator("#field-lastDay .error")).isVisible();
        personnel.picture("p8-dismissal-error");
        form.locator("[name=lastDay]").fill(TODAY.toString());
        submit(form);
        assertThat(personnel.page().locator(".modal-dialog")).hasCount(0);
        var director = stage.signIn("director14");
        form = director.openTask(ROLE, "Рассмотреть и подписать приказ");
        assertThat(form.locator("main")).containsText(NAME);
        director.picture("p9-dismissal-order");
        sign(form);
        assertThat(employee.open("/inbox").locator("h1")).isVisible();
        lastDayIsOver();
        assertThat(employee.open("/inbox").locator("input[name=username]")).isVisible();
        employee.picture("p10-no-way-in");
        // Today is still her last day: the registers say so, the way in is closed already.
        var page = personnel.open("/people/staff?text=Новосельцева");
        page.locator("main table tbody a").first().click();
        assertThat(page.locator("main")).containsText("Уволен");
        assertThat(page.locator("main")).containsText("1А");
        personnel.picture("p11-card-of-who-was-dismissed");
    }

    /** The timer of the case, as the engine's clock would fire it tomorrow; the rest its job executor does. */
    private static void lastDayIsOver() {
        var jobs = stage.bean(ManagementService.class);
        for (var i = 0; i < 20; i++) {
            var job = jobs.createJobQuery().activityId("CatchEvent_LastDayOver").singleResult();
            if (job != null) {
                Acting.as(school.chancery.audit.Actor.PRODUCT, () -> jobs.executeJob(job.getId()));
                employee.openWhen("/inbox", "input[name=username]");
                return;
            }
            employee.page().waitForTimeout(500);
        }
        throw new AssertionError("the case never came to the last day");
    }
}
