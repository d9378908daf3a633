package school.chancery.workflow;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.core.io.ClassPathResource;

/**
 * Chromium with the scripts the product puts into the engine's web applications, and without the engine: each answer
 * of it is given by the test. What the real applications make of the scripts is seen in the browser tests.
 */
final class FaceBrowser implements AutoCloseable {
    private static final String ORIGIN = "http://chancery.test";
    private static final String EMPTY_PAGE = """
            <!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Проба</title><base href="/" app-root="/camunda"></head>
            <body><div id="place"></div></body></html>""";

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--disable-dev-shm-usage", "--disable-background-networking")));

    /** Answers by the beginning of the path; the latest that fits wins. */
    private final Map<String, Consumer<Route>> answers = new LinkedHashMap<>();

    /** Everything asked of the server, path and query. */
    private final List<String> asked = new ArrayList<>();

    FaceBrowser answer(String pathPrefix, Consumer<Route> answer) {
        answers.remove(pathPrefix);
        answers.put(pathPrefix, answer);
        return this;
    }

    FaceBrowser answer(String pathPrefix, String json) {
        return answer(
                pathPrefix,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(json)));
    }

    FaceBrowser refuse(String pathPrefix, int status) {
        return answer(pathPrefix, route -> route.fulfill(new Route.FulfillOptions().setStatus(status)));
    }

    List<String> asked(String pathPrefix) {
        return asked.stream().filter(path -> path.startsWith(pathPrefix)).toList();
    }

    /** An empty page at this fragment, in a browser that has never been here. */
    Page open(String fragment) {
        asked.clear();
        var page = browser.newContext(new Browser.NewContextOptions().setTimezoneId("Europe/Moscow"))
                .newPage();
        page.setDefaultTimeout(10_000);
        page.route(ORIGIN + "/**", this::serve);
        page.navigate(ORIGIN + "/page" + fragment);
        return page;
    }

    private void serve(Route route) {
        var address = URI.create(route.request().url());
        var path = address.getRawPath();
        asked.add(path + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()));
        answers.entrySet().stream()
                .filter(answer -> path.startsWith(answer.getKey()))
                .reduce((earlier, later) -> later)
                .map(Map.Entry::getValue)
                .orElse(FaceBrowser::serveFile)
                .accept(route);
    }

    private static void serveFile(Route route) {
        var path = URI.create(route.request().url()).getPath();
        if (path.equals("/page")) {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(EMPTY_PAGE));
            return;
        }
        var file =
                new ClassPathResource(path.startsWith("/pub/") ? "static" + path : "META-INF/resources/webjars" + path);
        if (!file.exists()) {
            route.fulfill(new Route.FulfillOptions().setStatus(404));
            return;
        }
        try {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType(path.endsWith(".js") ? "text/javascript" : "application/json")
                    .setBodyBytes(file.getContentAsByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
