package school.chancery.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import school.chancery.ChanceryApplication;
import school.chancery.TestDatabase;

/**
 * The demo product, started as a person starts it but on a database of its own, and one Chromium: both once for all
 * browser tests of a JVM. Without Chromium the tests fail; they never skip.
 */
final class Stage {
    static final String PASSWORD = "Учебный-пароль-27";
    private static @Nullable Stage stage;

    private final ConfigurableApplicationContext product;
    private final Browser browser;
    private final TestDatabase database;

    private Stage() throws IOException {
        database = TestDatabase.fresh();
        var properties = new HashMap<String, Object>(database.properties());
        properties.put("server.port", "0");
        properties.put(
                "chancery.home",
                Files.createTempDirectory(Path.of("target"), "stage-").toString());
        properties.put("chancery.demo.password", PASSWORD);
        properties.put("spring.jmx.enabled", "false");
        product = new SpringApplicationBuilder(ChanceryApplication.class)
                .profiles("demo")
                .run(properties.entrySet().stream()
                        .map(p -> "--" + p.getKey() + "=" + p.getValue())
                        .toArray(String[]::new));
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--disable-dev-shm-usage", "--disable-background-networking")));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            browser.close();
            playwright.close();
            product.close();
        }));
    }

    static synchronized Stage get() {
        try {
            if (stage == null) stage = new Stage();
            return stage;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A person at a browser of their own, signed in. */
    Actor signIn(String login) {
        return Actor.signIn(browser, url(), login, PASSWORD);
    }

    /** Somebody who is not of the demo. */
    Actor signIn(String login, String password) {
        return Actor.signIn(browser, url(), login, password);
    }

    String url() {
        return "http://localhost:"
                + ((WebServerApplicationContext) product).getWebServer().getPort();
    }

    TestDatabase database() {
        return database;
    }

    <T> T bean(Class<T> type) {
        return product.getBean(type);
    }
}
