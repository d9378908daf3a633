package school.chancery.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import school.chancery.ChanceryTest;
import school.chancery.platform.SchoolStory;

/** What {@link BadRequestTests} once found, each by itself and over the wire, as it came. */
@ChanceryTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RefusedRequestTests {
    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private SchoolStory story;
    private Door director;

    @BeforeEach
    void signIn() {
        story = new SchoolStory(context);
        director = new Door("http://localhost:" + port, "director", Set.of(story.school.id()))
                .signedIn(story.director.account());
    }

    @Test
    void aZeroByteIsRefusedBeforeThePageBegins() {
        assertThat(status(Draft.of("GET", "/account").asked("sort", "a\0b"))).isEqualTo(400);
        assertThat(status(Draft.of("GET", "/account").asked("a\0", "b"))).isEqualTo(400);
        assertThat(status(Draft.of("GET", "/nowhere").asked("sort", "\0"))).isEqualTo(400);
    }

    @Test
    void anUploadWithoutPartsIsABadRequestAndNoFailure() {
        var draft = Draft.of("GET", "/account").header("Content-Type", "multipart/form-data; boundary=");
        assertThat(status(draft)).isEqualTo(400);
    }

    @Test
    void whatNoFormHasIsNotLookedAt() {
        var draft = Draft.of("POST", "/orders/issue-order/start")
                .field("_csrf", director.token())
                .field("kind[-1]", "x")
                .field("formId.x", "y");
        assertThat(director.send(draft).body()).contains("kind-error");
        assertThat(status(draft)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fields[",
                "fields]",
                "fields[[x]",
                "fields[x]",
                "fields['x']",
                "fields",
                "fields.x",
                "annexes[",
                "annexes[]",
                "annexes[x].title",
                "annexes[-1].title",
                "annexes[2147483647].title",
                "annexes[99999999999].title",
                "annexes[5].title",
                "annexes[0].title[0]",
                "annexes",
                "acts[",
                "acts[x]",
                "acts[300]",
                "people[x]",
                "people[-1]"
            })
    void aNameThatNoFormHasIsNoFailure(String name) {
        var draft = Draft.of("POST", "/orders/issue-order/prepare-order")
                .field("_csrf", director.token())
                .field("taskId", UUID.randomUUID().toString())
                .field("action", "save")
                .field(name, "x");
        assertThat(status(draft)).isIn(400, 404);
    }

    @Test
    void aLonelyAnnexDoesNotBreakThePageOff() {
        story.post(story.director, "/orders/issue-order/start", "kind", "general", "formId", "" + UUID.randomUUID());
        if (!story.isOpen("UserTask_PrepareOrder")) story.run("ServiceTask_DraftOrder");
        for (var action : List.of("add-annex", "save", "submit")) {
            var draft = Draft.of("POST", "/orders/issue-order/prepare-order")
                    .field("_csrf", director.token())
                    .field("taskId", story.task("UserTask_PrepareOrder"))
                    .field("action", action)
                    .field("annexes[5].title", "-")
                    .field("people", "x");
            assertThat(director.send(draft).body()).contains("</html>");
        }
    }

    @Test
    void anActWithADateNobodyCanReadComesBackWithItsForm() {
        var draft = Draft.of("POST", "/platform/acts/new")
                .field("_csrf", director.token())
                .field("title", "Приказ")
                .field("issuedOn", "31.02.2027");
        assertThat(status(draft)).isEqualTo(200);
        assertThat(director.send(draft).body()).contains("field-issuedOn", "Укажите существующую дату");
    }

    private int status(Draft draft) {
        return director.send(draft).statusCode();
    }
}
