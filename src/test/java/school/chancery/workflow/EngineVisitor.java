package school.chancery.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;

/** A person's session with the engine's web applications and their HTTP interface, as a browser has it. */
final class EngineVisitor {
    private static final String API = "/camunda/api/engine/engine/default";

    private final String url;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private EngineVisitor(String url) {
        this.url = url;
    }

    static EngineVisitor signIn(String url, TestPerson person) {
        var visitor = new EngineVisitor(url);
        visitor.form("/login", "username=" + person.login() + "&password=" + encoded(TestPeople.PASSWORD), "/login");
        visitor.get("/camunda/app/tasklist/default/");
        return visitor;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    /** A reading of the engine's interface. */
    HttpResponse<String> read(String path) {
        return get(API + path);
    }

    /** A writing of it, with the token the engine asks for. */
    HttpResponse<String> write(String method, String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(url + API + path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", token())
                .method(method, BodyPublishers.ofString(json)));
    }

    /** Sends fields to a page of the portal with the token that another of its pages has. */
    HttpResponse<String> form(String path, String fields, String tokenFrom) {
        var token = Jsoup.parse(get(tokenFrom).body())
                .expectFirst("input[name=_csrf]")
                .val();
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields + "&_csrf=" + encoded(token))));
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
