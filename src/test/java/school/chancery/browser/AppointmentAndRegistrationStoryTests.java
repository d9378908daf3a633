package school.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The main job of the house as its people do it, in the real Tasklist and Cockpit: an administrator is appointed by a
 * signed order, the organization's registration goes out by mail and comes back, the district watches. One story in
 * parts, on one product.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AppointmentAndRegistrationStoryTests {
    private static final String ROLE = "Задачи моей роли";
    private static final String MINE = "Мои задачи";
    private static final String TODAY =
            LocalDate.now(ZoneId.of("Europe/Moscow")).toString();
    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = Stage.get();
    }

    @Test
    @Order(1)
    void theDeputyProposesAfterReadingTheAdvice() {
        var deputy = stage.signIn("deputy14");
        var form = deputy.startProcess("Назначение администратора платформы");
        form.locator("[name=ground]").waitFor();
        submit(form);
        assertThat(form.locator("#field-staffId .error")).isVisible();
        deputy.picture("1-appointment-errors");

        choose(form.locator("[name=platformId]"), "Сферум");
        choose(form.locator("[name=staffId]"), "Учитель информатики");
        form.locator("[name=kind][value=MAIN]").check();
        form.locator("[name=effectiveOn]").fill(TODAY);
        form.locator("[name=ground]").fill("пунктом 1.1 приказа управления образования");
        form.locator("button[name=advice]").click();
        assertThat(form.locator("#advice")).isVisible();
        deputy.picture("2-appointment-advice");
        submit(form);
        assertThat(deputy.page().locator(".modal-dialog")).hasCount(0);
    }

    @Test
    @Order(2)
    void theDirectorSignsWithThePasswordAndSeesTheNumber() throws IOException {
        var director = stage.signIn("director14");
        var form = director.openTask(ROLE, "Рассмотреть и подписать приказ");
        form.locator("[name=decision][value=SIGN]").check();
        form.locator("[name=password]").fill("чужой пароль");
        submit(form);
        assertThat(form.locator("#field-password .error")).isVisible();
        director.picture("3-wrong-password");
        form.locator("[name=decision][value=SIGN]").check();
        form.locator("[name=password]").fill(Stage.PASSWORD);
        submit(form);
        assertThat(form.getByText("Приказу присвоен номер")).isVisible();
        director.picture("4-registered");

        var page = director.open("/orders");
        director.picture("5-order-register");
        page.locator("main table tbody a").first().click();
        assertThat(page.locator("main")).containsText("зарегистрирован");
        director.picture("6-order");
        var copy = text(director, page.getByText("Зарегистрированный экземпляр (PDF)"));
        assertThat(copy).contains("№").containsIgnoringCase("простой электронной подписью");
        assertThat(copy).containsPattern("О назначении администратора");
        assertThat(text(director, page.getByText("Подлинник без номера (PDF)")))
                .doesNotContainIgnoringCase("простой электронной подписью");
    }

    @Test
    @Order(3)
    void theAdministratorHasTheRoleBecauseOfTheOrderAndAcknowledgesIt() throws IOException {
        var administrator = stage.signIn("it14");
        var page = administrator.open("/inbox");
        var task = page.locator("main tr").filter(having("Ознакомиться с приказом"));
        assertThat(task).isVisible();
        administrator.picture("7-inbox");
        var form = administrator.openTask(ROLE, "Ознакомиться с приказом");
        submit(form);
        assertThat(form.locator("#field-confirmed .error")).isVisible();
        form.locator("[name=confirmed]").check();
        submit(form);
        administrator.taskGone();

        var study = administrator.openTask(MINE, "Изучить нормативные документы");
        var dates = study.locator("main form input[type=date]");
        dates.first().waitFor();
        for (var date : dates.all()) date.fill(TODAY);
        submit(study);
        administrator.taskGone();

        var director = stage.signIn("director14");
        page = director.open("/orders");
        page.locator("main table tbody a").first().click();
        var sheet = text(director, page.getByText("Лист ознакомления (PDF)"));
        assertThat(sheet).contains("Бондарчук");
    }

    @Test
    @Order(4)
    void theApplicationComesBackFromTheFieldsAndFromTheDirector() {
        var administrator = stage.signIn("it14");
        apply(administrator);

        var form = administrator.openTask(ROLE, "Подготовить заявку");
        fillApplication(form);
        form.locator("[name=inn]").fill("7701234567");
        form.locator("[name=contactPhone]").fill("8 495 123");
        form.locator("[name=contactEmail]").fill("не почта");
        submit(form);
        assertThat(form.locator("#field-inn .error")).isVisible();
        assertThat(form.locator("#field-contactPhone .error")).isVisible();
        assertThat(form.locator("#field-contactEmail .error")).isVisible();
        administrator.picture("8-application-errors");
        fillApplication(form);
        submit(form);
        administrator.taskGone();

        var director = stage.signIn("director14");
        var approve = director.openTask(ROLE, "Согласовать заявку");
        approve.locator("[name=approval][value=RETURN]").check();
        submit(approve);
        assertThat(approve.locator("#field-words .error")).isVisible();
        approve.locator("[name=approval][value=RETURN]").check();
        approve.locator("[name=words]").fill("Уточните адрес сайта.");
        submit(approve);
        director.taskGone();

        var again = administrator.openTask(ROLE, "Подготовить заявку");
        assertThat(again.locator("main")).containsText("Уточните адрес сайта.");
        submit(again);
        administrator.taskGone();
        approve(director);
    }

    @Test
    @Order(5)
    void theMailLeavesAndAReturnIsAnsweredByANewApplication() {
        answerAsPlatform("Заявка возвращена: укажите полное наименование по уставу.");
        var administrator = stage.signIn("it14");
        var form = administrator.openTaskWith(
                ROLE, "Зафиксировать ответ платформы", "укажите полное наименование по уставу");
        administrator.picture("9-reply-in-the-case");
        form.locator("[name=reply][value=RETURNED]").check();
        form.locator("[name=repliedOn]").fill(TODAY);
        submit(form);
        assertThat(form.locator("#field-words .error")).isVisible();
        form.locator("[name=reply][value=RETURNED]").check();
        form.locator("[name=words]").fill("Укажите полное наименование по уставу.");
        submit(form);
        administrator.taskGone();
        submit(administrator.openTask(ROLE, "Подготовить заявку"));
        administrator.taskGone();
        approve(stage.signIn("director14"));
    }

    @Test
    @Order(6)
    void refusedTheCaseEndsAndTheAdministratorAppliesAnew() {
        answerAsPlatform("В регистрации отказано: организация не найдена в реестре.");
        var administrator = stage.signIn("it14");
        var form = administrator.openTaskWith(ROLE, "Зафиксировать ответ платформы", "не найдена в реестре");
        form.locator("[name=reply][value=REFUSED]").check();
        form.locator("[name=repliedOn]").fill(TODAY);
        submit(form);
        assertThat(form.locator("#field-words .error")).isVisible();
        administrator.picture("9a-refusal-without-words");
        form.locator("[name=reply][value=REFUSED]").check();
        form.locator("[name=words]").fill("Организация не найдена в реестре.");
        submit(form);
        administrator.taskGone();

        var page = administrator.open("/cases?state=FINISHED");
        page.locator("main tbody tr")
                .filter(having("Регистрация организации на платформе"))
                .locator("a")
                .first()
                .click();
        assertThat(page.locator("main")).containsText("Решение платформы?");
        assertThat(page.locator("main tbody")).containsText("Организация не найдена в реестре.");
        administrator.picture("9b-refused-case");

        apply(administrator);
        var again = administrator.openTask(ROLE, "Подготовить заявку");
        fillApplication(again);
        submit(again);
        administrator.taskGone();
        approve(stage.signIn("director14"));
    }

    @Test
    @Order(7)
    void registeredTheProcessGoesOnToItsEnd() {
        answerAsPlatform("Организация зарегистрирована.");
        var administrator = stage.signIn("it14");
        var reply = administrator.openTaskWith(ROLE, "Зафиксировать ответ платформы", "Организация зарегистрирована");
        reply.locator("[name=reply][value=REGISTERED]").check();
        reply.locator("[name=repliedOn]").fill(TODAY);
        submit(reply);
        administrator.taskGone();

        var activate = administrator.openTask(ROLE, "Войти по номеру телефона из заявки");
        activate.locator("[name=phone]").fill("+7 900 111-22-33");
        activate.locator("[name=activatedOn]").fill(TODAY);
        submit(activate);
        assertThat(activate.locator("#field-phone .error")).isVisible();
        activate.locator("[name=phone]").fill(PHONE);
        submit(activate);
        administrator.taskGone();

        submit(administrator.openTask(ROLE, "Заполнить сведения об организации"));
        administrator.taskGone();
        var structure = administrator.openTask(ROLE, "Создать «Учительскую» и классы");
        var ids = structure.locator("main form input[type=text]");
        ids.first().waitFor();
        var number = 1;
        for (var id : ids.all()) id.fill("group-" + number++);
        administrator.picture("10-structure");
        submit(structure);
        administrator.taskGone();

        var page = administrator.open("/cases");
        administrator.picture("11-cases");
        assertThat(page.locator("main")).containsText("Регистрация организации");
    }

    @Test
    @Order(8)
    void theDistrictSeesEverythingInCockpitAndChangesNothing() {
        var specialist = stage.signIn("specialist");
        var page = specialist.open("/camunda/app/cockpit/default/#/processes");
        assertThat(page.getByText("Регистрация организации на платформе").first())
                .isVisible();
        specialist.picture("12-cockpit-processes");
        specialist.open("/camunda/app/cockpit/default/#/school/finished");
        assertThat(page.getByText("Издание приказа").first()).isVisible();
        assertThat(page.getByText("Регистрация организации на платформе").first())
                .isVisible();
        specialist.picture("13-cockpit-finished");
        assertThat(page.locator("body")).not().containsText("Бондарчук");

        var instance = runningInstance();
        var token = page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
        var refused = page.request()
                .delete(
                        stage.url() + "/camunda/api/engine/engine/default/process-instance/" + instance,
                        RequestOptions.create().setHeader("X-XSRF-TOKEN", token));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(runningInstance()).isEqualTo(instance);
    }

    private static final String PHONE = "+7 900 000-12-34";

    private static String runningInstance() {
        return new org.springframework.jdbc.core.JdbcTemplate(stage.database().owner())
                .queryForObject(
                        "select min(proc_inst_id_) from engine.act_ru_execution where parent_id_ is null"
                                + " and tenant_id_ = 'school-14'",
                        String.class);
    }

    private static void apply(Actor administrator) {
        var start = administrator.startProcess("Регистрация организации на платформе");
        start.locator("main form").first().waitFor();
        submit(start);
        assertThat(administrator.page().locator(".modal-dialog")).hasCount(0);
    }

    private static void fillApplication(FrameLocator form) {
        form.locator("[name=fullName]").fill("Муниципальное общеобразовательное учреждение «СОШ № 14»");
        form.locator("[name=shortName]").fill("МОУ «СОШ № 14»");
        form.locator("[name=inn]").fill("7707083893");
        form.locator("[name=ogrn]").fill("1027700132195");
        form.locator("[name=address]").fill("г. Лужанск, ул. Школьная, д. 14");
        form.locator("[name=head]").fill("Директор школы");
        form.locator("[name=email]").fill("school14@example.org");
        form.locator("[name=phone]").fill("+7 495 123-45-67");
        form.locator("[name=site]").fill("https://school14.example.org");
        form.locator("[name=contactName]").fill("Администратор платформы");
        form.locator("[name=contactEmail]").fill("it14@example.org");
        form.locator("[name=contactPhone]").fill(PHONE);
    }

    private static void approve(Actor director) {
        var form = director.openTask(ROLE, "Согласовать заявку");
        form.locator("[name=approval][value=APPROVE]").check();
        submit(form);
        director.taskGone();
    }

    private static void answerAsPlatform(String words) {
        var operator = stage.signIn("it14");
        operator.openWhen("/demo/mailbox", "main tbody a");
        operator.page().locator("main tbody a").first().click();
        operator.page().locator("[name=text]").fill(words);
        operator.page().locator("main form button.main").click();
        assertThat(operator.page().locator(".flash")).isVisible();
    }

    private static void choose(Locator select, String part) {
        var option = select.locator("option").filter(having(part)).first();
        select.selectOption(new SelectOption().setValue(option.getAttribute("value")));
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static void submit(FrameLocator form) {
        form.locator("main form button.main").click();
    }

    private static String text(Actor person, Locator link) throws IOException {
        var answer = person.page().request().get(person.absolute(link.first().getAttribute("href")));
        try (var document = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
