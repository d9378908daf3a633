package school.chancery.documents.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.TestDatabase;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.documents.DocumentAccess;
import school.chancery.documents.Documents;
import school.chancery.documents.NewDocument;

@ChanceryTest
@Import(DocumentControllerTests.SecretFiles.class)
class DocumentControllerTests {
    private static final byte[] BYTES = "%PDF-1.7 Приказ".getBytes(UTF_8);

    private final UUID school = UUID.randomUUID();
    private final Actor secretary = Actor.person(UUID.randomUUID(), school, Set.of(school));
    private final JdbcTemplate owner = new JdbcTemplate(TestDatabase.shared().owner());

    @Autowired
    private Documents documents;

    // Past the filters: who is signed in is another module's business.
    private final MockMvcTester mvc;

    @Autowired
    DocumentControllerTests(DocumentController controller) {
        mvc = MockMvcTester.of(controller);
    }

    @Test
    void savesTheFileUnderItsRussianName() {
        var answer = get(secretary, "/documents/" + stored("приказ № 1.pdf", "application/pdf"));
        assertThat(answer).hasStatusOk().hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(answer.getResponse().getContentAsByteArray()).isEqualTo(BYTES);
        assertThat(answer.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment; ")
                .contains("filename*=UTF-8''%D0%BF%D1%80%D0%B8%D0%BA%D0%B0%D0%B7%20%E2%84%96%201.pdf");
        assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
    }

    @Test
    void opensAPdfInTheBrowserWhenAsked() {
        var answer = get(secretary, "/documents/" + stored("a.pdf", "application/pdf") + "?inline");
        assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("inline; ");
        assertThat(answer.getResponse().getContentType()).isEqualTo("application/pdf");
    }

    @Test
    void opensNothingElseInTheBrowser() {
        var answer = get(secretary, "/documents/" + stored("a.html", "text/html") + "?inline");
        assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("attachment; ");
    }

    @Test
    void writesEveryReadingIntoTheAudit() {
        var id = stored("a.pdf", "application/pdf");
        get(secretary, "/documents/" + id);
        get(secretary, "/documents/" + id + "?inline");
        assertThat(owner.queryForList(
                        "select account_id from audit.entries where action = 'documents.file-read' and affected = array[?::uuid]",
                        UUID.class,
                        id))
                .containsExactly(secretary.accountId(), secretary.accountId());
    }

    @Test
    void anotherSchoolFindsNothing() {
        var other = UUID.randomUUID();
        var stranger = Actor.person(UUID.randomUUID(), other, Set.of(other));
        assertThat(get(stranger, "/documents/" + stored("a.pdf", "application/pdf")))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theModuleThatOwnsAFileMayForbidIt() {
        assertThat(get(secretary, "/documents/" + stored("secret.pdf", "application/pdf")))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void anAddressThatIsNoIdIsRefused() {
        assertThat(get(secretary, "/documents/1")).hasStatus4xxClientError();
        assertThat(get(secretary, "/documents/" + UUID.randomUUID())).hasStatus(HttpStatus.NOT_FOUND);
    }

    private UUID stored(String name, String mediaType) {
        return Acting.as(
                secretary,
                () -> documents
                        .store(new NewDocument(school, name, mediaType, BYTES, true))
                        .id());
    }

    private MvcTestResult get(Actor actor, String uri) {
        return Acting.as(actor, () -> mvc.get().uri(uri).exchange());
    }

    static class SecretFiles {
        @org.springframework.context.annotation.Bean
        DocumentAccess secretFiles() {
            return document -> document.name().startsWith("secret")
                    ? DocumentAccess.Answer.FORBIDDEN
                    : DocumentAccess.Answer.NOT_MINE;
        }
    }
}
