package school.chancery.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine caches its texts in the browser under its own version number; ours are corrected between its versions. */
class EngineTextsFreshnessTests {
    private static final String TEXTS = "/camunda/app/tasklist/locales/ru.json";

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
    void aServerWithItsSecondEdition() {
        browser.answer("/pub/texts-version", "second")
                .answer(TEXTS, "{\"labels\":{\"START_PROCESS\":\"Начать дело\"}}");
    }

    @Test
    void theFirstVisitHasItsTextsBeforeTheApplicationStarts() {
        var page = browser.open("");

        start(page);

        assertThat(keptText(page)).isEqualTo("Начать дело");
    }

    @Test
    void aCorrectedTextReachesWhoHasAnOlderCopy() {
        var page = browser.open("");
        keep(page, "first");

        start(page);

        assertThat(keptText(page)).isEqualTo("Начать дело");
        assertThat(page.evaluate("JSON.parse(localStorage['camunda-web']).columns"))
                .as("what else the engine keeps")
                .isEqualTo("narrow");
    }

    @Test
    void aCopyOfTheSameEditionIsNotFetchedAgain() {
        var page = browser.open("");
        keep(page, "second");

        start(page);

        assertThat(browser.asked(TEXTS)).isEmpty();
        assertThat(keptText(page)).isEqualTo("Старый текст");
    }

    @Test
    void aStoreThatCannotBeReadIsBegunAnew() {
        var page = browser.open("");
        page.evaluate("localStorage['camunda-web'] = '{broken'");

        start(page);

        assertThat(keptText(page)).isEqualTo("Начать дело");
    }

    @Test
    void theApplicationStartsEvenWhenTheServerCannotNameItsEdition() {
        browser.answer("/pub/texts-version", Route::abort);
        var page = browser.open("");

        assertThat(start(page)).isEqualTo("ru");
    }

    private static Object start(Page page) {
        return page.evaluate("""
                async () => {
                  window.bust = '7.24.0';
                  const { engineApp } = await import('/pub/engine-app.js');
                  return (await engineApp('tasklist', 'Задачи')).locales.fallbackLocale;
                }""");
    }

    private static void keep(Page page, String edition) {
        page.evaluate("""
                (edition) => {
                  const texts = JSON.stringify({ labels: { START_PROCESS: 'Старый текст' } });
                  const store = { columns: 'narrow', '/camunda/app/tasklist/locales/_locales_data_ru_7.24.0': texts };
                  localStorage['camunda-web'] = JSON.stringify(store);
                  localStorage['school-texts-version'] = edition;
                }""", edition);
    }

    private static Object keptText(Page page) {
        return page.evaluate("""
                () => {
                  const texts = JSON.parse(localStorage['camunda-web'])['/camunda/app/tasklist/locales/_locales_data_ru_7.24.0'];
                  return JSON.parse(texts).labels.START_PROCESS;
                }""");
    }
}
