package school.chancery.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import school.chancery.ChanceryTest;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;

/** The pages in Chromium: at 360 px, by keyboard, by axe. */
@ChanceryTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityBrowserTests {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa");

    @LocalServerPort
    private int port;

    @Autowired
    private Organizations organizations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    private Playwright playwright;
    private com.microsoft.playwright.Browser chromium;
    private Organization office;
    private Organization school;
    private TestPerson specialist;

    @BeforeAll
    void open() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--disable-dev-shm-usage")));
    }

    @AfterAll
    void close() {
        chromium.close();
        playwright.close();
    }

    @BeforeEach
    void appoint() {
        var people = new TestPeople(accounts, roles);
        var made = new TestOrganizations(organizations);
        office = made.office();
        school = made.school(office);
        people.person(school, Role.DIRECTOR);
        specialist = people.person(office, Role.DISTRICT_SPECIALIST);
        people.grant(specialist, school, Role.TEACHER);
    }

    @Test
    void everyPageIsReadableAt360PixelsAndAccessible() {
        try (var context = context(360)) {
            var page = context.newPage();
            for (var path : List.of(
                    "/login?error",
                    "/account",
                    "/account/password",
                    "/identity/roles",
                    "/identity/directors",
                    "/organization/calendar",
                    "/no/such/page")) {
                if (path.equals("/account")) signIn(page);
                page.navigate(url(path));
                shot(page, path, 360);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isEqualTo(360);
                assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
                        .as(path)
                        .isEmpty();
            }
        }
    }

    @Test
    void theKeyboardReachesTheContentFirstAndEachErrorFromTheSummary() {
        try (var context = context(1200)) {
            var page = context.newPage();
            signIn(page);
            page.navigate(url("/identity/directors"));
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");

            page.locator("form.card button.main").click();
            PlaywrightAssertions.assertThat(page.locator("#errors")).isFocused();
            shot(page, "/identity/directors-errors", 1200);
            assertThat(page.locator("#errors a").allTextContents())
                    .startsWith("Организация: Заполните поле", "Фамилия и инициалы: Заполните поле");
            page.locator("#errors a[href='#field-number']").click();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("number");
        }
    }

    @Test
    void aButtonPressedOnceIsLockedWhileTheFormIsOnItsWay() {
        try (var context = context(1200)) {
            var page = context.newPage();
            page.navigate(url("/login"));
            page.evaluate("document.addEventListener('submit', function (e) { e.preventDefault(); })");
            page.fill("#username", "somebody");
            page.fill("#password", "something");
            page.locator("form.sign-in button.main").click();
            PlaywrightAssertions.assertThat(page.locator("form.sign-in button.main"))
                    .isDisabled();
            assertThat(page.locator("form.sign-in button.main").textContent()).isEqualTo("Отправляется…");
        }
    }

    @Test
    void theOrganizationIsSwitchedVisibly() {
        try (var context = context(1200)) {
            var page = context.newPage();
            signIn(page);
            page.navigate(url("/account"));
            page.selectOption("#switch-organization", school.id().toString());
            page.locator("form.switch button").click();
            page.navigate(url("/account"));
            shot(page, "/account", 1200);
            assertThat(page.locator("#switch-organization option:checked").textContent())
                    .isEqualTo(school.shortName());
            assertThat(page.navigate(url("/organization/calendar")).status()).isEqualTo(403);
            shot(page, "/403", 1200);
        }
    }

    @Test
    void nothingComesFromOutsideAndThePolicyIsKept() {
        try (var context = context(1200)) {
            var page = context.newPage();
            var faults = new CopyOnWriteArrayList<String>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) faults.add(message.text());
            });
            page.onRequest(request -> {
                if (!request.url().startsWith(url("/"))) faults.add(request.url());
            });
            signIn(page);
            page.navigate(url("/organization/calendar"));
            shot(page, "/organization/calendar", 1200);
            assertThat(faults).isEmpty();
        }
    }

    private BrowserContext context(int width) {
        return chromium.newContext(
                new NewContextOptions().setViewportSize(width, 800).setLocale("ru-RU"));
    }

    private void signIn(Page page) {
        page.navigate(url("/login"));
        page.fill("#username", specialist.login());
        page.fill("#password", TestPeople.PASSWORD);
        page.locator("form.sign-in button.main").click();
        page.waitForURL(url("/**"));
        page.navigate(url("/account"));
        if (page.locator("#switch-organization option:checked").textContent().equals(office.shortName())) return;
        page.selectOption("#switch-organization", office.id().toString());
        page.locator("form.switch button").click();
    }

    private void shot(Page page, String path, int width) {
        var name = path.replaceAll("[^a-z0-9]+", "-") + "-" + width + ".png";
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/identity", name))
                .setFullPage(true));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
