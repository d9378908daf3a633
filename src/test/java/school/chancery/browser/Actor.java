package school.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** A signed-in person at a browser: the portal, Tasklist and Cockpit by the words they see there. */
final class Actor {
    private static final int TRIES = 20;
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
        context.setDefaultTimeout(60_000);
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

    /** Opens a page that something outside the request fills; looks again until the thing is there. */
    Page openWhen(String path, String selector) {
        for (var i = 0; i < TRIES; i++) {
            open(path);
            if (page.locator(selector).count() > 0) return page;
            page.waitForTimeout(1000);
        }
        throw new AssertionError(path + " never showed " + selector);
    }

    /** A picture for the person who looks after the tests. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }

    String absolute(String path) {
        return path.startsWith("http") ? path : url + path;
    }

    Actor openTasklist() {
        page.navigate("about:blank");
        open("/camunda/app/tasklist/default/");
        page.locator(".task-filters").waitFor();
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
        page.locator(".tasks-list li")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
        var form = page.frameLocator(".form-pane iframe");
        form.locator("main form").first().waitFor();
        var claim = page.locator("button.claim");
        if (claim.count() > 0) {
            claim.click();
            assertThat(claim).hasCount(0);
        }
        return form;
    }

    /** As {@link #openTask}, once the form shows what a job brings in. */
    FrameLocator openTaskWith(String filter, String name, String text) {
        for (var i = 0; i < TRIES; i++) {
            var form = openTask(i == 0 ? filter : "Мои задачи", name);
            if (form.getByText(text).count() > 0) return form;
            page.waitForTimeout(1000);
        }
        throw new AssertionError(name + " never showed " + text);
    }

    /** Tasklist has let the completed task go. */
    void taskGone() {
        assertThat(page.locator(".form-pane iframe")).hasCount(0);
    }
}
