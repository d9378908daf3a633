package school.chancery.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;

/** A person at the portal who costs the machine little: reads pages whole, but understands only what the next act needs. */
final class Visitor {
    private final String url;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String token = "";

    private Visitor(String url) {
        this.url = url;
    }

    static Visitor signIn(String url, TestPerson person) {
        var visitor = new Visitor(url);
        visitor.takeToken("/login");
        visitor.post("/login", Map.of("username", person.login(), "password", TestPeople.PASSWORD));
        visitor.takeToken("/inbox");
        return visitor;
    }

    // The token of a session stays good for all its forms.
    private void takeToken(String path) {
        token = Jsoup.parse(get(path)).expectFirst("input[name=_csrf]").val();
    }

    /** The page; fails unless it answers 200. */
    String get(String path) {
        var answer = send(HttpRequest.newBuilder(URI.create(url + path)).GET());
        if (answer.statusCode() != 200) throw new AssertionError(path + " answers " + answer.statusCode());
        return answer.body();
    }

    /** Sends a form; returns where the answer leads, without going there. Fails when the form comes back. */
    String post(String path, Map<String, String> fields) {
        var answer = send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields) + "&_csrf=" + encoded(token))));
        return answer.headers()
                .firstValue("Location")
                .map(place -> place.startsWith(url) ? place.substring(url.length()) : place)
                .orElseThrow(() -> new AssertionError(path + " answers " + answer.statusCode() + ": "
                        + Jsoup.parse(answer.body()).text()));
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

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
