package school.chancery.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.orders.OrderStory;
import school.chancery.orders.OrderStory.Office;
import school.chancery.orders.OrderStory.School;

@ChanceryTest
@Import(OrderStory.class)
class PrepareOrderControllerTests {
    private static final String START = "/orders/issue-order/start";
    private static final String FORM = "/orders/issue-order/prepare-order";

    @Autowired
    private Office office;

    private School school;

    @BeforeEach
    void open() {
        school = office.school();
    }

    @Test
    void offersTheKindsThatPeopleMayBegin() {
        var page = school.page(school.deputy(), START);
        assertThat(page.select("#kind option").eachAttr("value"))
                .contains("general", "personnel", "local-act-approval")
                .doesNotContain("platform-administrator-appointment", "order-revocation");
        assertThat(page.select("main .note").text()).contains("Здесь начинается новый приказ");
    }

    @Test
    void beginsOneOrderHoweverOftenTheFormIsSent() {
        var formId = UUID.randomUUID().toString();
        for (var i = 0; i < 3; i++) {
            assertThat(school.post(school.deputy(), START, "formId", formId, "kind", "general"))
                    .hasStatus3xxRedirection();
        }
        assertThat(school.onlyOrder()).isNotNull();
    }

    @Test
    void beginsNothingWithoutAKindOrWithOneThatCasesBringAlong() {
        assertThat(error(start("kind", ""), "kind")).contains("Выберите вид");
        assertThat(error(start("kind", "platform-administrator-appointment"), "kind"))
                .contains("нельзя начать");
        assertThat(error(start("kind", "no-such-kind"), "kind")).contains("нельзя начать");
        assertThat(error(start("kind", "order-revocation"), "kind")).contains("нельзя начать");
        assertThat(start("kind", "general", "formId", "garbage")).hasStatusOk();
        assertThat(school.rows()
                        .queryForObject(
                                "select count(*) from orders.orders where organization_id = ?",
                                Integer.class,
                                school.organization().id()))
                .isZero();
    }

    @Test
    void mayBeBegunByTheOfficeOnly() {
        assertThat(school.get(school.teacher(), START)).hasStatus(403);
        assertThat(school.post(
                        school.teacher(), START, "formId", UUID.randomUUID().toString(), "kind", "general"))
                .hasStatus(403);
    }

    @Test
    void showsTheDraftToItsInitiatorAndTheSecretary() {
        var order = school.begin("local-act-approval");
        var page = school.page(school.deputy(), FORM + "?taskId=" + task(order));
        assertThat(page.select("#title").val()).isEqualTo("Об утверждении {actTitle}");
        assertThat(page.select("textarea[name='fields[actTitle]']")).hasSize(1);
        assertThat(page.select("input[name=people]").eachAttr("value"))
                .containsExactly(school.teacherId().toString());
        assertThat(school.get(school.secretary(), FORM + "?taskId=" + task(order)))
                .hasStatusOk();
        assertThat(school.get(school.director(), FORM + "?taskId=" + task(order)))
                .hasStatus(404);
        assertThat(school.get(school.teacher(), FORM + "?taskId=" + task(order)))
                .hasStatus(404);
    }

    @Test
    void fillsTheDraftFromTheTemplateOfItsKind() {
        var order = school.begin("local-act-approval");
        var filled = School.parsed(send(
                order,
                "fill",
                "fields[actTitle]",
                "Положения о столовой",
                "fields[formerAct]",
                "",
                "effectiveOn",
                "2026-12-01"));
        assertThat(filled.select("#title").val()).isEqualTo("Об утверждении Положения о столовой");
        assertThat(filled.select("#body").val())
                .contains("1. Утвердить Положения о столовой", "с 01.12.2026", "3. Секретарю")
                .doesNotContain("утратившим");
        assertThat(filled.select("textarea[name='fields[actTitle]']").val()).isEqualTo("Положения о столовой");
    }

    @Test
    void keepsWhatIsWrittenSoFar() {
        var order = school.begin("general");
        var saved = send(order, "save", "title", "О каникулах", "acts", "Уставом образовательной организации");
        assertThat(School.parsed(saved).text()).contains("Проект сохранён");
        assertThat(school.order(order))
                .containsEntry("title", "О каникулах")
                .containsEntry("legal_basis", "Уставом образовательной организации")
                .containsEntry("status", "DRAFT");
        assertThat(task(order)).isNotNull();
    }

    @Test
    void addsAnnexesAndDropsEmptyOnes() {
        var order = school.begin("general");
        assertThat(School.parsed(send(order, "add-annex")).select("input[name='annexes[0].title']"))
                .hasSize(1);
        send(
                order,
                "save",
                "annexes[0].title",
                "График",
                "annexes[0].text",
                "Понедельник",
                "annexes[1].title",
                "",
                "annexes[1].text",
                "");
        assertThat(school.rows()
                        .queryForList("select title from orders.annexes where order_id = ?", String.class, order))
                .containsExactly("График");
        var half = send(order, "save", "annexes[0].title", "График", "annexes[0].text", "");
        assertThat(School.parsed(half).select(".errors").text()).contains("и заголовок, и текст");
    }

    @Test
    void namesOnlyPeopleWhoWorkThere() {
        var order = school.begin("general");
        var stranger = UUID.randomUUID().toString();
        school.prepare(order, "people", stranger);
        assertThat(school.rows()
                        .queryForObject(
                                "select count(*) from orders.acquaintances where order_id = ?", Integer.class, order))
                .isZero();
    }

    @Test
    void ticksEverybodyAtOnce() {
        var order = school.begin("general");
        var page = School.parsed(send(order, "everybody", "people", ""));
        assertThat(page.select("input[name=people][checked]")).hasSize(1);
    }

    @Test
    void showsHowTheOrderWillBePrinted() {
        var order = school.begin("general");
        var preview = send(order, FORM + "/preview", "");
        assertThat(preview).hasStatusOk().hasContentType("application/pdf");
        assertThat(school.order(order)).containsEntry("original_id", null);
    }

    @Test
    void saysAtEachFieldWhatIsWrong() {
        var order = school.begin("general");
        var answer = school.submit(
                order,
                "title",
                "",
                "body",
                " ",
                "effectiveOn",
                "31.02.2026",
                "annexes[0].title",
                "График",
                "annexes[0].text",
                "Понедельник",
                "fields[name]",
                "Иванова");
        var page = School.parsed(answer);
        assertThat(answer).hasStatusOk();
        assertThat(page.select("#field-title .message").text()).isNotEmpty();
        assertThat(page.select("#field-body .message").text()).isNotEmpty();
        assertThat(page.select("#field-effectiveOn .message").text()).contains("дату");
        assertThat(page.select("#effectiveOn").val()).isEqualTo("31.02.2026");
        assertThat(page.select("input[name='annexes[0].title']").val()).isEqualTo("График");
        assertThat(page.select("textarea[name='annexes[0].text']").val()).isEqualTo("Понедельник");
        assertThat(page.select("#legalBasis").val()).isEqualTo("Уставом образовательной организации");
        assertThat(error(school.submit(order, "title", "я".repeat(501)), "title"))
                .isNotEmpty();
        assertThat(error(school.submit(order, "body", "я".repeat(50_001)), "body"))
                .isNotEmpty();
        assertThat(error(school.submit(order, "version", "много"), "title")).isEmpty();
        assertThat(task(order)).isNotNull();
        assertThat(school.order(order)).containsEntry("status", "DRAFT").containsEntry("title", "");
    }

    @Test
    void doesNotHandOverADraftWithEmptyPlacesOrWithoutThePeopleItsKindNeeds() {
        var order = school.begin("personnel");
        assertThat(error(school.submit(order, "body", "1. Принять {name}."), "body"))
                .contains("name");
        assertThat(error(school.submit(order, "people", ""), "people")).contains("Отметьте");
        assertThat(school.order(order)).containsEntry("status", "DRAFT");
    }

    @Test
    void doesNotOverwriteWhatAnotherWriterSaved() {
        var order = school.begin("general");
        var seen = school.order(order).get("version").toString();
        send(order, "save", "title", "Первый");
        var answer = school.submit(order, "version", seen, "title", "Второй");
        assertThat(answer).hasStatus(409);
        assertThat(School.parsed(answer).select(".errors").text()).contains("изменил кто-то другой");
        assertThat(school.order(order)).containsEntry("title", "Первый");
        assertThat(task(order)).isNotNull();
    }

    @Test
    void answersAFormWhoseTaskIsDoneAsTooLate() {
        var order = school.begin("general");
        var task = task(order);
        school.prepare(order);
        assertThat(school.get(school.deputy(), FORM + "?taskId=" + task)).hasStatus(409);
        assertThat(school.post(school.deputy(), FORM, "taskId", task, "action", "submit"))
                .hasStatus(409);
        assertThat(school.post(school.deputy(), FORM, "taskId", task, "action", "save"))
                .hasStatus(409);
    }

    @Test
    void escapesWhatIsWritten() {
        var order = school.begin("general");
        school.prepare(order, "title", "О <script>alert(1)</script>");
        var page = school.page(
                school.director(), "/orders/issue-order/sign-order?taskId=" + school.task(order, "UserTask_SignOrder"));
        assertThat(page.select("main script")).isEmpty();
        assertThat(page.select("#order-title").text()).isEqualTo("О <script>alert(1)</script>");
    }

    @Test
    void refusesSignsThatCannotBeKept() {
        var order = school.begin("general");
        assertThat(school.submit(order, "title", "О\u0000дежурстве")
                        .getResponse()
                        .getStatus())
                .isBetween(200, 499);
        assertThat(school.order(order)).containsEntry("status", "DRAFT").containsEntry("title", "");
    }

    private MvcTestResult start(String... parameters) {
        var all = new ArrayList<String>();
        if (!List.of(parameters).contains("formId")) {
            all.addAll(List.of("formId", UUID.randomUUID().toString()));
        }
        all.addAll(List.of(parameters));
        return school.post(school.deputy(), START, all.toArray(String[]::new));
    }

    /** @param action a button's, or the address of a button that has one of its own */
    private MvcTestResult send(UUID order, String action, String... more) {
        var own = action.startsWith("/");
        var values = new LinkedHashMap<String, String>();
        values.put("taskId", task(order));
        if (!own) values.put("action", action);
        values.put("version", school.order(order).get("version").toString());
        values.put("title", "О дежурстве");
        values.put("legalBasis", "");
        values.put("body", "1. Дежурить.");
        values.put("effectiveOn", "2026-12-01");
        for (var i = 0; i + 1 < more.length; i += 2) values.put(more[i], more[i + 1]);
        var parameters = new ArrayList<String>();
        values.forEach((name, value) -> parameters.addAll(List.of(name, value)));
        return school.post(school.deputy(), own ? action : FORM, parameters.toArray(String[]::new));
    }

    private static String error(MvcTestResult answer, String field) {
        assertThat(answer).hasStatusOk();
        return School.parsed(answer)
                .select("#field-" + field + " .error .message")
                .text();
    }

    private String task(UUID order) {
        return school.task(order, "UserTask_PrepareOrder");
    }
}
