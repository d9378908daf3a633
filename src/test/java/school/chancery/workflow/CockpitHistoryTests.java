package school.chancery.workflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page «Завершённые» and the tab «История» that the product adds to Cockpit. */
class CockpitHistoryTests {
    private static final String INSTANCES = "/engine/history/process-instance";
    private static final String STEPS = "/engine/history/activity-instance";

    private static FaceBrowser browser;

    @BeforeAll
    static void openBrowser() {
        browser = new FaceBrowser();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void anEngineWithFortyFiveFinishedInstances() {
        var rows = IntStream.range(0, 20)
                .mapToObj(i -> instance("p" + i, "Издание приказа"))
                .collect(joining(",", "[", "]"));
        browser.answer("/engine/tenant", "[{\"id\":\"school-27\",\"name\":\"Школа № 27\"}]")
                .answer(INSTANCES, rows)
                .answer(INSTANCES + "/count", "{\"count\":45}");
    }

    @Test
    void theFinishedInstancesStandTwentyToAPageWithTheirOrganizationAndEnd() {
        var page = finished("#/school/finished?page=2");

        assertThat(page.locator("tbody tr")).hasCount(20);
        assertThat(page.locator("tbody tr").first().locator("td")).hasText(new String[] {
            "Издание приказа",
            "7d0f7cbe-0000-4000-8000-000000000001",
            "Школа № 27",
            "01.09.2026, 11:00",
            "03.09.2026, 14:05",
            "2 дн. 3 ч",
            "завершён"
        });
        assertThat(page.getByRole(AriaRole.NAVIGATION)).containsText("Страница 2 из 3, всего 45");
        assertThat(browser.asked(INSTANCES + "?"))
                .singleElement()
                .satisfies(query -> assertThat(query)
                        .contains(
                                "finished=true",
                                "firstResult=20",
                                "maxResults=20",
                                "sortBy=endTime",
                                "sortOrder=desc"));
    }

    @Test
    void aHeadingIsALinkThatSortsAndTurnsTheOrderRound() {
        var page = finished("#/school/finished?sort=startTime&order=asc");

        var sorted = page.locator("th[aria-sort=ascending]");
        assertThat(sorted).containsText("Начат");
        assertThat(sorted.getByRole(AriaRole.LINK)).hasAttribute("href", "#/school/finished?sort=startTime&order=desc");
    }

    @Test
    void aSortingTheEngineDoesNotKnowFallsBackToTheLatestFirst() {
        finished("#/school/finished?sort=state&order=up");

        assertThat(browser.asked(INSTANCES + "?"))
                .singleElement()
                .satisfies(query -> assertThat(query).contains("sortBy=endTime", "sortOrder=desc"));
    }

    @Test
    void whatTheEngineAnswersStaysText() {
        browser.answer(INSTANCES, "[" + instance("p", "<img src=x onerror=document.title=1>") + "]")
                .answer(INSTANCES + "/count", "{\"count\":1}");

        var page = finished("#/school/finished");

        assertThat(page.locator("tbody a")).hasText("<img src=x onerror=document.title=1>");
        assertThat(page.locator("img")).hasCount(0);
    }

    @Test
    void anOrganizationWithNothingFinishedIsToldSo() {
        browser.answer(INSTANCES, "[]").answer(INSTANCES + "/count", "{\"count\":0}");

        assertThat(finished("#/school/finished").locator("main")).containsText("Завершённых процессов пока нет.");
    }

    @Test
    void codesStandInForNamesOfOrganizationsThatCannotBeRead() {
        browser.refuse("/engine/tenant", 403);

        assertThat(finished("#/school/finished").locator("tbody tr").first()).containsText("school-27");
    }

    @Test
    void aFailureIsToldInRussianAndCanBeTriedAgain() {
        browser.refuse(INSTANCES, 500);
        var page = finished("#/school/finished");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Сервер не смог ответить (код 500).");

        anEngineWithFortyFiveFinishedInstances();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Повторить"))
                .click();

        assertThat(page.locator("tbody tr")).hasCount(20);
    }

    @Test
    void anInstanceThatIsNotThePersonsToSeeIsRefusedAndTheWayBackStays() {
        browser.refuse(INSTANCES + "/foreign", 404);

        var page = finished("#/school/finished?id=foreign");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Такого экземпляра процесса нет");
        assertThat(page.getByRole(AriaRole.LINK)).hasText("← Все завершённые");
    }

    @Test
    void aFinishedInstanceOpensToItsStepsInTheOrderTheyHappened() {
        browser.answer(INSTANCES + "/p1", instance("p1", "Издание приказа"))
                .answer(STEPS, stepsOfWhichTwoShareAMillisecond());

        var page = finished("#/school/finished?id=p1");

        assertThat(page.locator("tbody tr td:first-child"))
                .hasText(new String[] {"Приказ нужен", "Подписать приказ", "Развилка", "Действие системы"});
        assertThat(browser.asked(STEPS))
                .singleElement()
                .satisfies(query -> assertThat(query).contains("processInstanceId=p1", "sortBy=occurrence"));
    }

    @Test
    void theStepsOfARunningInstanceNameAccountsAndNoPeople() {
        browser.answer(STEPS, stepsOfWhichTwoShareAMillisecond());

        var page = plugin("cockpit.processInstance.runtime.tab", "");

        assertThat(page.locator("tbody tr").nth(1)).containsText("3f0c3a8e-0000-4000-8000-000000000027");
        assertThat(page.locator("tbody tr").nth(3)).containsText("идёт");
        assertThat(browser.asked("/engine/")).allMatch(path -> path.startsWith(STEPS));
    }

    @Test
    void aLongHistoryIsShownInPortions() {
        var steps = IntStream.range(0, 101)
                .mapToObj(i -> step("Шаг " + i, "userTask", "2026-09-01T08:00:00.000+0000", null))
                .collect(joining(",", "[", "]"));
        browser.answer(STEPS, steps);
        var page = plugin("cockpit.processInstance.runtime.tab", "");
        assertThat(page.locator("tbody tr")).hasCount(100);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Показать ещё"))
                .click();

        assertThat(page.locator("tbody tr")).hasCount(101);
    }

    @Test
    void theMenuLeadsToThePage() {
        var page = plugin("cockpit.navigation", "");

        assertThat(page.getByRole(AriaRole.LINK)).hasText("Завершённые");
        assertThat(page.getByRole(AriaRole.LINK)).hasAttribute("href", "#/school/finished");
    }

    @Test
    void thePageIsFitForPeopleWhoDoNotSeeIt() {
        var page = finished("#/school/finished");
        assertThat(page.locator("tbody tr")).hasCount(20);

        var faults = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa"))
                .analyze()
                .getViolations();

        assertThat(faults).isEmpty();
    }

    private static Page finished(String fragment) {
        var page = plugin("cockpit.route", fragment);
        page.getByRole(AriaRole.STATUS).waitFor(hidden());
        return page;
    }

    /** Draws one of the plugins as Cockpit does. */
    private static Page plugin(String point, String fragment) {
        var page = browser.open(fragment);
        page.evaluate("""
                async (point) => {
                  const plugins = (await import('/camunda/app/cockpit/scripts/history-tab.js')).default;
                  const { render } = plugins.find(({ pluginPoint }) => pluginPoint === point);
                  render(document.getElementById('place'), { api: { engineApi: '/engine' }, processInstanceId: 'p1' });
                }""", point);
        return page;
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }

    private static String instance(String id, String name) {
        return """
                {"id":"%s","processDefinitionName":"%s","processDefinitionKey":"issue-order","tenantId":"school-27",
                 "businessKey":"7d0f7cbe-0000-4000-8000-000000000001","startTime":"2026-09-01T08:00:00.000+0000",
                 "endTime":"2026-09-03T11:05:00.000+0000","durationInMillis":183900000,"state":"COMPLETED"}""".formatted(id, name);
    }

    private static String stepsOfWhichTwoShareAMillisecond() {
        return "["
                + String.join(
                        ",",
                        step(
                                "Приказ нужен",
                                "startEvent",
                                "2026-09-01T08:00:00.000+0000",
                                "2026-09-01T08:00:00.001+0000"),
                        step(null, "exclusiveGateway", "2026-09-03T09:00:00.000+0000", "2026-09-03T09:00:00.000+0000"),
                        step(null, "serviceTask", "2026-09-03T09:00:00.000+0000", null),
                        step(
                                "Подписать приказ",
                                "userTask",
                                "2026-09-01T08:00:00.001+0000",
                                "2026-09-03T09:00:00.000+0000"))
                + "]";
    }

    private static String step(@Nullable String name, String type, String started, @Nullable String ended) {
        return """
                {"activityName":%s,"activityType":"%s","startTime":"%s","endTime":%s,"canceled":false,"assignee":%s}""".formatted(
                        quoted(name),
                        type,
                        started,
                        quoted(ended),
                        quoted("userTask".equals(type) ? "3f0c3a8e-0000-4000-8000-000000000027" : null));
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
