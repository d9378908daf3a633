package school.chancery.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;

/**
 * A person at the portal who costs the machine little: one connection that stays open, no thread of its own; reads pages
 * whole, but understands only what the next act needs.
 */
final class Visitor {
    private final String url;
    private final Map<String, String> cookies = new HashMap<>();
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
        var answer = send(path, null);
        if (answer.status() != 200) throw new AssertionError(path + " answers " + answer.status());
        return answer.body();
    }

    /** Sends a form; returns where the answer leads, without going there. Fails when the form comes back. */
    String post(String path, Map<String, String> fields) {
        var answer = send(path, encoded(fields) + "&_csrf=" + encoded(token));
        var place = answer.location();
        if (place == null)
            throw new AssertionError(path + " answers " + answer.status() + ": "
                    + Jsoup.parse(answer.body()).text());
        return place.startsWith(url) ? place.substring(url.length()) : place;
    }

    private record Answer(int status, @Nullable String location, String body) {}

    private Answer send(String path, @Nullable String form) {
        try {
            var connection = (HttpURLConnection) URI.create(url + path).toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            cookies.forEach((name, value) -> connection.addRequestProperty("Cookie", name + "=" + value));
            if (form != null) {
                connection.setDoOutput(true);
                connection.getOutputStream().write(form.getBytes(US_ASCII));
            }
            return answer(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Read to the end, whatever it says: else the connection is not used again.
    private Answer answer(HttpURLConnection connection) throws IOException {
        var status = connection.getResponseCode();
        connection.getHeaderFields().getOrDefault("Set-Cookie", List.of()).stream()
                .flatMap(line -> HttpCookie.parse(line).stream())
                .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        try (var stream = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            var body = stream == null ? "" : new String(stream.readAllBytes(), UTF_8);
            return new Answer(status, connection.getHeaderField("Location"), body);
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
