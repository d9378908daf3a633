package school.chancery.attacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;

/** One person's session with the running product; nobody's when nobody signs in. */
final class Door {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final String url;
    private final String name;
    private final Set<UUID> organizations;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private String token = "";

    /** @param organizations whose rows the person may change */
    Door(String url, String name, Set<UUID> organizations) {
        this.url = url;
        this.name = name;
        this.organizations = organizations;
        remember(page("/login"));
    }

    Door signedIn(TestPerson person) {
        var answer = send(Draft.of("POST", "/login")
                .field("_csrf", token)
                .field("username", person.login())
                .field("password", TestPeople.PASSWORD));
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("/login").contains("/login"))
            throw new IllegalStateException(name + " is not let in: " + answer.statusCode());
        remember(page("/account"));
        return this;
    }

    String token() {
        return token;
    }

    boolean belongsTo(UUID organization) {
        return organizations.contains(organization);
    }

    Document page(String path) {
        return Jsoup.parse(send(Draft.of("GET", path)).body(), url + path);
    }

    HttpResponse<String> send(Draft draft) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url + draft.target()))
                    .timeout(PATIENCE)
                    .method(draft.method(), draft.body());
            draft.headers().forEach(request::header);
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(draft.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void remember(Document page) {
        var field = page.selectFirst("input[name=_csrf]");
        if (field != null) token = field.val();
    }

    @Override
    public String toString() {
        return name;
    }
}
