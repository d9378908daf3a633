package school.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;

/** What people do on every form inside Tasklist. */
final class Forms {
    private Forms() {}

    static void sign(FrameLocator form) {
        form.locator("[name=decision][value=SIGN]").check();
        form.locator("[name=password]").fill(Stage.PASSWORD);
        submit(form);
        assertThat(form.getByText("Приказу присвоен номер")).isVisible();
    }

    static void submit(FrameLocator form) {
        form.locator("main form button.main").first().click();
    }

    static void choose(Locator select, String part) {
        var option = select.locator("option")
                .filter(new Locator.FilterOptions().setHasText(part))
                .first();
        select.selectOption(new SelectOption().setValue(option.getAttribute("value")));
    }
}
