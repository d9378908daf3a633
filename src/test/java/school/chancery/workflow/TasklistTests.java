package school.chancery.workflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import school.chancery.ChanceryTest;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.workflow.EngineHouse.House;
import school.chancery.workflow.TrialProcess.Trials;
import school.trial.TrialForms;

/** The real Tasklist in Chromium: filters, our page inside a task, start form, and what happens when the work is done. */
@ChanceryTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({TrialProcess.class, TrialForms.class, EngineHouse.class})
class TasklistTests {
    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private House house;

    @Autowired
    private Trials trials;

    private final List<String> refused = new ArrayList<>();

    @BeforeAll
    static void openBrowser() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--disable-dev-shm-usage", "--disable-background-networking")));
    }

    @AfterAll
    static void closeBrowser() {
        playwright.close();
    }

    @Test
    void theDirectorTakesATaskOfTheRoleAndDecidesInItsPage() {
        trials.start(house.deputy().actor(house.school()), house.school());
        var page = tasklist(house.director());

        filter(page, "Задачи моей роли").click();
        task(page).click();
        assertThat(page.locator(".task-card")).containsText("Решить");
        page.getByText("Взять в работу", new Page.GetByTextOptions().setExact(false))
                .first()
                .click();
        var form = page.frameLocator("iframe.chancery-form");
        assertThat(form.locator("header.top")).hasCount(0);

        form.locator("#decision").fill("MAYBE");
        form.getByRole(AriaRole.BUTTON).click();
        assertThat(form.locator(".remark")).hasText("Решение: YES или NO");

        form.locator("#decision").fill("NO");
        form.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("iframe.chancery-form")).hasCount(0);
        Assertions.assertThat(refused)
                .as("requests of Tasklist that were refused")
                .isEmpty();
    }

    @Test
    void theFiltersStandThereForEverybodyAndShowTheCase() {
        trials.start(house.deputy().actor(house.school()), house.school());
        var page = tasklist(house.director());
        for (var name : List.of("Мои задачи", "Задачи моей роли", "Просроченные"))
            assertThat(filter(page, name)).isVisible();
        filter(page, "Задачи моей роли").click();
        assertThat(page.getByText("Проба ПР-000001").first()).isVisible();
        Assertions.assertThat(refused).isEmpty();
    }

    @Test
    void theDeputyStartsAProcessByItsPageAndTheSecretaryHasNoneToStart() {
        var page = tasklist(house.deputy());
        page.locator(".start-process-action a").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Проба"))
                .click();
        page.frameLocator("iframe.chancery-form").getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("iframe.chancery-form")).hasCount(0);
        Assertions.assertThat(refused).isEmpty();
    }

    private static Locator filter(Page page, String name) {
        return page.locator(".task-filters")
                .getByText(name, new Locator.GetByTextOptions().setExact(false))
                .first();
    }

    private static Locator task(Page page) {
        return page.locator("h4", new Page.LocatorOptions().setHasText("Решить"))
                .first();
    }

    @AfterEach
    void closePages() {
        browser.contexts().forEach(BrowserContext::close);
    }

    private Page tasklist(TestPerson person) {
        var page = browser.newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setViewportSize(1400, 900))
                .newPage();
        page.setDefaultTimeout(60_000);
        page.onResponse(answer -> {
            if (answer.status() >= 400)
                refused.add(answer.status() + " " + answer.request().method() + " " + answer.url());
        });
        page.navigate("/login");
        page.locator("input[name=username]").fill(person.login());
        page.locator("input[name=password]").fill(TestPeople.PASSWORD);
        page.locator("main button").first().click();
        refused.clear();
        page.navigate("/camunda/app/tasklist/default/");
        return page;
    }
}
