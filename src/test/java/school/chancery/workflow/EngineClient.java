package school.chancery.workflow;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;

/** A browser without a screen before the running server: signs in to the portal and speaks to the engine's interface. */
public final class EngineClient {
    static final String ENGINE = "/camunda/api/engine/engine/default";

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public EngineClient(int port) {
        base = "http://localhost:" + port;
    }

    public EngineClient signedIn(TestPerson person) {
        var token = Jsoup.parse(get("/login").body())
                .selectFirst("input[name=_csrf]")
                .val();
        var answer = form("/login", "_csrf", token, "username", person.login(), "password", TestPeople.PASSWORD);
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("login"))
            throw new IllegalStateException("not signed in: " + answer.statusCode() + " "
                    + answer.headers().map());
        // The engine hands out its own token with its first page.
        get("/camunda/app/tasklist/default/");
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** As a page of the portal posts: with the token of the session. */
    public HttpResponse<String> form(String path, String... fields) {
        var body = new StringBuilder();
        for (var i = 0; i < fields.length; i += 2)
            body.append(i == 0 ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** As the engine's web applications send. */
    public HttpResponse<String> json(String method, String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("X-XSRF-TOKEN", engineToken())
                .method(method, BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> post(String path, String body) {
        return json("POST", path, body);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String engineToken() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}
