package school.chancery.documents.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
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
import school.chancery.documents.DocumentAccess;
import school.chancery.documents.Documents;
import school.chancery.documents.NewDocument;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;

@ChanceryTest
@Import(DocumentControllerTests.SecretFiles.class)
class DocumentControllerTests {
    private static final byte[] BYTES = "%PDF-1.7 Приказ".getBytes(UTF_8);

    private final JdbcTemplate owner = new JdbcTemplate(TestDatabase.shared().owner());

    private Organization office;
    private Organization school;
    private TestPeople people;

    // Opened once: hashing a password is meant to be slow. Their roles are given anew in each test's organizations.
    private static TestPerson secretary;
    private static TestPerson other;

    @Autowired
    private Documents documents;

    @Autowired
    private MockMvcTester mvc;

    @BeforeEach
    void employ(@Autowired Organizations organizations, @Autowired Accounts accounts, @Autowired Roles roles) {
        var register = new TestOrganizations(organizations);
        office = register.office();
        school = register.school(office);
        people = new TestPeople(accounts, roles);
        if (secretary == null) {
            secretary = people.person();
            other = people.person();
        }
        people.grant(secretary, school, Role.SECRETARY);
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
        var answer = get(secretary, "/documents/" + stored("a.pdf", "application/pdf") + "?inline=");
        assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("inline; ");
        assertThat(answer.getResponse().getContentType()).isEqualTo("application/pdf");
    }

    @Test
    void opensNothingElseInTheBrowser() {
        var answer = get(secretary, "/documents/" + stored("a.html", "text/html") + "?inline=");
        assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("attachment; ");
    }

    @Test
    void writesEveryReadingIntoTheAudit() {
        var id = stored("a.pdf", "application/pdf");
        get(secretary, "/documents/" + id);
        get(secretary, "/documents/" + id + "?inline=");
        assertThat(owner.queryForList(
                        "select account_id from audit.entries where action = 'documents.file-read' and affected = array[?::uuid]",
                        UUID.class,
                        id))
                .containsExactly(secretary.id(), secretary.id());
    }

    @Test
    void anotherSchoolFindsNothing(@Autowired Organizations organizations) {
        var elsewhere = new TestOrganizations(organizations).school(office);
        people.grant(other, elsewhere, Role.DIRECTOR);
        var file = "/documents/" + stored("a.pdf", "application/pdf");
        assertThat(mvc.get().uri(file).with(other.in(elsewhere)).exchange()).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theOfficeOfTheSchoolReadsIt() {
        people.grant(other, office, Role.DISTRICT_SPECIALIST);
        var file = "/documents/" + stored("a.pdf", "application/pdf");
        assertThat(mvc.get().uri(file).with(other.in(office)).exchange()).hasStatusOk();
    }

    @Test
    void aFileThatNoModuleClaimsIsReadByNobody() {
        people.grant(other, school, Role.DIRECTOR);
        var file = "/documents/" + stored("unclaimed.pdf", "application/pdf");
        assertThat(get(secretary, file)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(other, file)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aParentReadsWhatAModuleAllows() {
        people.grant(other, school, Role.PARENT);
        assertThat(get(other, "/documents/" + stored("a.pdf", "application/pdf")))
                .hasStatusOk();
    }

    @Test
    void nobodyReadsWithoutSigningIn() {
        assertThat(mvc.get()
                        .uri("/documents/" + stored("a.pdf", "application/pdf"))
                        .exchange())
                .hasStatus3xxRedirection();
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
                secretary.actor(school),
                () -> documents
                        .store(new NewDocument(school.id(), name, mediaType, BYTES, true))
                        .id());
    }

    private MvcTestResult get(TestPerson person, String uri) {
        return mvc.get().uri(uri).with(person.in(school)).exchange();
    }

    static class SecretFiles {
        @org.springframework.context.annotation.Bean
        DocumentAccess secretFiles() {
            return document -> switch (document.name()) {
                case "secret.pdf" -> DocumentAccess.Answer.FORBIDDEN;
                case "unclaimed.pdf" -> DocumentAccess.Answer.NOT_MINE;
                default -> DocumentAccess.Answer.ALLOWED;
            };
        }
    }
}
