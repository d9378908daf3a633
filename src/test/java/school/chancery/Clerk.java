package school.chancery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.HttpStatusException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/**
 * A person at the portal without a browser: signs in, opens a form, fills its fields by name and sends it, tokens and
 * hidden fields as the page has them. A page that has no such field fails the test.
 */
public final class Clerk {
    private final String url;
    private final Connection session;

    private Clerk(String url, Connection session) {
        this.url = url;
        this.session = session;
    }

    public static Clerk signIn(String url, String login, String password) {
        var clerk = new Clerk(url, Jsoup.newSession().timeout(60_000).maxBodySize(0));
        var page = clerk.open("/login");
        var answer = clerk.send(page.expectForm("form[method=post]"), Map.of("username", login, "password", password));
        if (answer.location().contains("/login")) throw new AssertionError("not let in: " + answer.location());
        return clerk;
    }

    /** The same person in the same session before another server of the product. */
    public Clerk at(String otherUrl) {
        return new Clerk(otherUrl, session);
    }

    public Document open(String path) {
        try {
            return session.newRequest(url + path).get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the page and sends its form. */
    public Document fill(String path, Map<String, String> values) {
        return send(form(open(path)), values);
    }

    /** The form of the task or start page: the one that posts to its own address. */
    public static FormElement form(Document page) {
        return page.expectForm("main form[method=post]");
    }

    public Document send(FormElement form, Map<String, String> values) {
        try {
            return prepared(form, values).execute().parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a form with a file in one of its fields, the others as the page has them. */
    public Document upload(FormElement form, String field, String name, byte[] bytes) {
        form.select("[type=file]").remove();
        try {
            return form.submit()
                    .data(field, name, new ByteArrayInputStream(bytes))
                    .execute()
                    .parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer's status, also of a refusal. */
    public int status(FormElement form, Map<String, String> values) {
        try {
            return prepared(form, values).ignoreHttpErrors(true).execute().statusCode();
        } catch (HttpStatusException refused) {
            return refused.getStatusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Connection prepared(FormElement form, Map<String, String> values) {
        // Nobody chose a file; as text its empty field would be one that cannot be read.
        form.select("input[type=file]").remove();
        values.forEach((name, value) -> set(form, name, value));
        return form.submit();
    }

    private static void set(FormElement form, String name, String value) {
        var fields = form.select("[name=" + name + "]").not("[type=hidden]");
        if (fields.isEmpty()) throw new AssertionError("no field " + name + " in " + form.attr("action"));
        for (var field : fields) {
            switch (field.attr("type")) {
                case "radio", "checkbox" -> {
                    field.removeAttr("checked");
                    if (field.val().equals(value)) field.attr("checked", "checked");
                }
                default -> {
                    if (field.normalName().equals("select")) {
                        field.select("option").removeAttr("selected");
                        field.select("option[value=" + value + "]").attr("selected", "selected");
                    } else {
                        field.val(value);
                    }
                }
            }
        }
    }
}
