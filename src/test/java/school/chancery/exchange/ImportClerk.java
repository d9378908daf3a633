package school.chancery.exchange;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.organization.Organization;

/** Somebody who loads files by the pages of «Загрузка данных». An answer of the product's own fault fails the test. */
public final class ImportClerk {
    private final MockMvcTester web;
    private final TestPerson person;
    private final Organization school;
    private @Nullable String refusal;

    public ImportClerk(MockMvcTester web, TestPerson person, Organization school) {
        this.web = web;
        this.person = person;
        this.school = school;
    }

    /** The page that followed: of the import, or the form again with what is wrong. */
    public Document upload(String kind, String name, byte[] bytes) {
        return upload(kind, name, bytes, UUID.randomUUID());
    }

    public Document upload(String kind, String name, byte[] bytes, UUID formId) {
        var answer = web.post()
                .uri("/exchange/kinds/" + kind)
                .multipart()
                .file(new MockMultipartFile("file", name, "application/octet-stream", bytes))
                .param("formId", formId.toString())
                .with(csrf())
                .with(person.in(school))
                .exchange();
        return followed(answer);
    }

    public Document open(String path) {
        return followed(web.get().uri(path).with(person.in(school)).exchange());
    }

    public MvcTestResult get(String path) {
        return web.get().uri(path).with(person.in(school)).exchange();
    }

    /** Presses the button of a page's form, its fields as the page has them. */
    public Document press(Document page, String action) {
        return post(form(page, action));
    }

    /** Settles the columns as proposed and sees the dry run. */
    public Document check(Document page) {
        return press(page, "/mapping");
    }

    /** The whole way to the result of the dry run; a refusal stays where it is. */
    public Document dryRun(String kind, String name, byte[] bytes) {
        var page = upload(kind, name, bytes);
        return has(page, "/mapping") ? check(page) : page;
    }

    /** Message key of why the last step was refused. */
    public @Nullable String refusal() {
        return refusal;
    }

    public static boolean has(Document page, String action) {
        return !page.select("form[action$=" + action + "]").isEmpty();
    }

    public static List<String> errors(Document page) {
        return page.select(".errors li, .field .error .message").eachText();
    }

    /** «row|letter|heading|reason» */
    public static List<String> faults(Document page) {
        return page.select("#faults tbody tr").stream()
                .map(row -> row.select("td").stream().map(Element::text).collect(Collectors.joining("|")))
                .toList();
    }

    public static int count(Document page, String what) {
        return Integer.parseInt(page.select("#count-" + what).text().replaceAll("\\D", ""));
    }

    public static UUID idOf(Document page) {
        var action = page.select("form[action*=/exchange/imports/]").first();
        if (action == null) throw new AssertionError("no import on " + page.title());
        return UUID.fromString(action.attr("action").replaceAll(".*/imports/([^/]+)/.*", "$1"));
    }

    private static Element form(Document page, String action) {
        var form = page.select("form[action$=" + action + "]").first();
        if (form == null)
            throw new AssertionError(
                    "no form " + action + " on " + page.select("main").text());
        return form;
    }

    public Document post(Element form) {
        var request = web.method(HttpMethod.POST)
                .uri(form.attr("action"))
                .with(csrf())
                .with(person.in(school));
        for (var field : form.select("select[name]")) {
            var chosen = field.select("option[selected]").first();
            request = request.param(field.attr("name"), chosen == null ? "-1" : chosen.attr("value"));
        }
        return followed(request.exchange());
    }

    public MvcTestResult send(String path) {
        return web.post().uri(path).with(csrf()).with(person.in(school)).exchange();
    }

    private Document followed(MvcTestResult answer) {
        var response = answer.getResponse();
        if (answer.getUnresolvedException() != null)
            throw new AssertionError("no answer", answer.getUnresolvedException());
        if (response.getStatus() >= 500) throw new AssertionError("answered " + response.getStatus());
        var location = response.getRedirectedUrl();
        if (location == null) return Jsoup.parse(text(answer));
        var next = web.get().uri(location).with(person.in(school));
        // The session that would carry it to the next page is stored elsewhere than the one of the mock.
        refusal = (String) answer.getMvcResult().getFlashMap().get("refusal");
        var page = next.exchange();
        if (page.getResponse().getStatus() != 200)
            throw new AssertionError(
                    location + " answered " + page.getResponse().getStatus(), page.getUnresolvedException());
        return Jsoup.parse(text(page));
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
