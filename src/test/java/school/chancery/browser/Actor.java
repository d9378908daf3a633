package school.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** A signed-in person at a browser: the portal, Tasklist and Cockpit by the words they see there. */
final class Actor {
    private final Page page;
    private final String url;

    private Actor(Page page, String url) {
        this.page = page;
        this.url = url;
    }

    static Actor signIn(Browser browser, String url, String login, String password) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("ru-RU")
                .setTimezoneId("Europe/Moscow")
                .setViewportSize(1400, 950));
        context.setDefaultTimeout(20_000);
        var page = context.newPage();
        page.navigate(url + "/login");
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(password);
        page.locator("main form button").click();
        page.waitForURL(address -> !address.contains("/login"));
        return new Actor(page, url);
    }

    Page page() {
        return page;
    }

    Page open(String path) {
        page.navigate(url + path);
        return page;
    }

    /** A picture for the person who looks after the tests. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pictures", name + ".png"))
                .setFullPage(true));
    }

    Actor openTasklist() {
        open("/camunda/app/tasklist/default/");
        assertThat(page.locator(".task-filters")).isVisible();
        return this;
    }

    /** Starts a process from Tasklist's own list; the form inside the dialog. */
    FrameLocator startProcess(String name) {
        openTasklist();
        page.locator(".start-process-action a").click();
        page.locator(".modal-dialog")
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .click();
        return page.frameLocator(".modal-dialog iframe");
    }

    /** Opens the newest task of this name in Tasklist under a filter, takes it over, and returns its form. */
    FrameLocator openTask(String filter, String name) {
        openTasklist();
        page.locator(".task-filters").getByText(filter).first().click();
        page.locator("ol.tasks-list li")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
        var claim = page.locator("[cam-tasklist-task] .claim");
        page.locator(".task-card h2").waitFor();
        if (claim.isVisible()) claim.click();
        return page.frameLocator("[cam-tasklist-form] iframe");
    }

    static void press(FrameLocator frame, String button) {
        frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(button))
                .click();
    }
}
