package school.chancery.mail.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.TestDatabase;
import school.chancery.audit.Acting;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.mail.Outbox;
import school.chancery.mail.OutgoingMail;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;

@ChanceryTest
class MailPagesTests {
    private static final String SCRIPT = "<script>alert(1)</script>";

    private final JdbcTemplate owner = new JdbcTemplate(TestDatabase.shared().owner());

    private Organization office;
    private Organization school;
    private TestPeople people;

    // Opened once: hashing a password is meant to be slow. Their roles are given anew in each test's organizations.
    private static TestPerson secretary;
    private static TestPerson specialist;
    private static TestPerson outsider;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

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
            specialist = people.person();
            outsider = people.person();
        }
        people.grant(secretary, school, Role.SECRETARY);
        people.grant(specialist, office, Role.DISTRICT_SPECIALIST);
    }

    @Test
    void showsWhatTheOrganizationHasSentAndHowItStands() throws Exception {
        var mail = owe("a", "Заявка " + SCRIPT);
        var list = page(get(secretary, school, "/mail/outbox"));
        assertThat(list.select("tbody tr")).hasSize(1);
        assertThat(list.select("tbody").text()).contains("Заявка " + SCRIPT, "info@platform.example", "Ждёт отправки");
        assertThat(list.select("script:not([src])")).isEmpty();

        var one = page(get(secretary, school, "/mail/outbox/" + mail));
        assertThat(one.select("dl.facts").text()).contains("приказ.pdf", mail.toString(), "Попыток 0");
        assertThat(one.text()).contains("Ответов пока нет").doesNotContain("мог уйти дважды");
        assertThat(audited("mail.mail-read", mail)).isOne();
    }

    @Test
    void tellsFailureDoubtAndAnswer() throws Exception {
        var mail = owe("a", "Заявка");
        owner.update(
                "update mail.outbox set status = 'FAILED', settled_at = now(), told_at = now(), maybe_twice = true,"
                        + " server_answer = '550 no such user' where id = ?",
                mail);
        receive(school, "Ответ", mail);
        var one = page(get(secretary, school, "/mail/outbox/" + mail));
        assertThat(one.text()).contains("Почтовый сервер не принял письмо", "могло уйти дважды", "550 no such user");
        assertThat(one.select("main ul a").text()).isEqualTo("Ответ");
    }

    @Test
    void filtersByState() throws Exception {
        owe("a", "Заявка");
        assertThat(page(get(secretary, school, "/mail/outbox?status=SENT")).text())
                .contains("Писем нет");
        assertThat(page(get(secretary, school, "/mail/outbox?status=WAITING&page=0"))
                        .select("tbody tr"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mail/outbox?status=EATEN",
                "/mail/outbox?page=x",
                "/mail/outbox/1",
                "/mail/received/x/attachments/0"
            })
    void answersNonsenseWithARefusal(String uri) {
        assertThat(get(secretary, school, uri)).hasStatus4xxClientError();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mail/outbox?page=-5",
                "/mail/outbox?page=2000000000",
                "/mail/outbox?status=",
                "/mail/unmatched?page=99999"
            })
    void bearsOddButHarmlessParameters(String uri) {
        assertThat(get(secretary, school, uri)).hasStatusOk();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {
                "TEACHER",
                "CLASS_TEACHER",
                "PARENT",
                "STUDENT",
                "LIBRARIAN",
                "SOCIAL_PEDAGOGUE",
                "SYSTEM_ADMINISTRATOR"
            })
    void isForTheOfficeOnly(Role role) {
        people.grant(outsider, school, role);
        var mail = owe("a", "Заявка");
        for (var uri : List.of("/mail/outbox", "/mail/outbox/" + mail, "/mail/unmatched", "/mail/received/" + mail)) {
            assertThat(get(outsider, school, uri)).as(uri).hasStatus(HttpStatus.FORBIDDEN);
        }
    }

    @Test
    void theOfficeDoesNotReadTheMailOfItsSchools() throws Exception {
        var mail = owe("a", "Заявка");
        var answer = receive(school, "Ответ", mail);
        assertThat(page(get(specialist, office, "/mail/outbox")).select("tbody tr"))
                .isEmpty();
        for (var uri : List.of(
                "/mail/outbox/" + mail, "/mail/received/" + answer, "/mail/received/" + answer + "/attachments/0")) {
            assertThat(get(specialist, office, uri)).as(uri).hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void showsAnAnswerAsTextAndItsFilesToSave() throws Exception {
        var answer = receive(school, "Ответ", owe("a", "Заявка"));
        var page = page(get(secretary, school, "/mail/received/" + answer));
        assertThat(page.select(".plain-text").text()).isEqualTo(SCRIPT);
        assertThat(page.select("form[action$=match]")).isEmpty();
        var file = get(secretary, school, page.select("main ul a").attr("href"));
        assertThat(file).hasStatusOk().hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(file.getResponse().getContentType()).isEqualTo("application/octet-stream");
        assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment; ");
        assertThat(file.getResponse().getContentAsByteArray()).isEqualTo("<html>".getBytes(UTF_8));
        assertThat(audited("mail.answer-read", answer)).isOne();
        assertThat(audited("mail.attachment-read", answer)).isOne();
    }

    @Test
    void aClerkPutsUnsortedMailToItsCase() throws Exception {
        var mail = owe("a", "Заявка");
        var stray = receive(office, "Без номера", null);
        assertThat(page(get(specialist, office, "/mail/unmatched"))
                        .select("tbody a")
                        .text())
                .isEqualTo("Без номера");

        var wrong = page(post(specialist, office, stray, "match", "НЕТ-1"));
        assertThat(wrong.select("#field-reference .error .message").text()).isEqualTo("Дела с таким номером нет");
        var empty = page(post(specialist, office, stray, "match", " "));
        assertThat(empty.select("#field-reference .error .message").text()).isNotBlank();

        assertThat(post(specialist, office, stray, "match", " " + reference().toLowerCase() + " "))
                .hasRedirectedUrl("/mail/unmatched");
        assertThat(owner.queryForMap(
                        "select mail_id, organization_id, matched_by, told_at from mail.received where id = ?", stray))
                .containsEntry("mail_id", mail)
                .containsEntry("organization_id", school.id())
                .containsEntry("matched_by", "PERSON");
        assertThat(audited("mail.answer-matched", stray)).isOne();
        assertThat(page(get(secretary, school, "/mail/outbox/" + mail)).text()).contains("Без номера");
    }

    @Test
    void aClerkTakesForeignMailOffTheListOnce() throws Exception {
        var stray = receive(office, "Реклама", null);
        assertThat(post(specialist, office, stray, "set-aside", "")).hasRedirectedUrl("/mail/unmatched");
        assertThat(page(get(specialist, office, "/mail/unmatched")).text()).contains("Неразобранных писем нет");
        assertThat(post(specialist, office, stray, "set-aside", "")).hasStatus(HttpStatus.CONFLICT);
        assertThat(post(specialist, office, stray, "match", reference())).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void aClerkSeesAndSavesAMailThatCouldNotBeRead() throws Exception {
        var mail = owner.queryForObject("""
                insert into mail.received (organization_id, message_id, sender, subject, body, raw, sha256, content_sha256,
                    fault, too_large, received_at)
                values (?, gen_random_uuid()::text, '', '', '', 'x', encode(sha256('x'), 'hex'), encode(sha256('x'), 'hex'),
                    'java.lang.Error', false, now()) returning id""", UUID.class, office.id());
        assertThat(page(get(specialist, office, "/mail/unmatched")).text()).contains("Письмо не удалось прочесть");
        var page = page(get(specialist, office, "/mail/received/" + mail));
        assertThat(page.text()).contains("не смогла разобрать", "java.lang.Error");
        var file = get(specialist, office, page.select("a[href$=raw]").attr("href"));
        assertThat(file).hasStatusOk();
        assertThat(file.getResponse().getContentAsString()).isEqualTo("x");
        assertThat(audited("mail.raw-read", mail)).isOne();
        assertThat(get(secretary, school, "/mail/received/" + mail + "/raw")).hasStatus(HttpStatus.NOT_FOUND);
        var readable = receive(office, "Читаемое", null);
        assertThat(get(specialist, office, "/mail/received/" + readable + "/raw"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void nobodyElseSortsIt() {
        var stray = receive(office, "Чужое", null);
        assertThat(post(secretary, school, stray, "set-aside", "")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(specialist, office, UUID.randomUUID(), "match", "ШК-1")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post()
                        .uri("/mail/received/" + stray + "/set-aside")
                        .with(specialist.in(office))
                        .exchange())
                .as("without the token")
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private UUID owe(String key, String subject) {
        var mail = new OutgoingMail(
                school.id(),
                key,
                "info@platform.example",
                subject,
                "Текст",
                reference(),
                List.of(new OutgoingMail.Attachment("приказ.pdf", "application/pdf", new byte[] {1})));
        return Acting.as(secretary.actor(school), () -> transaction.execute(status -> outbox.owe(mail)));
    }

    private String reference() {
        return "ШК-" + school.id().toString().substring(0, 8).toUpperCase();
    }

    private UUID receive(Organization whose, String subject, UUID answered) {
        var id = UUID.randomUUID();
        owner.update(
                """
                insert into mail.received (id, organization_id, message_id, sender, subject, body, raw, sha256, content_sha256, too_large,
                    received_at, mail_id, matched_by, told_at)
                values (?, ?, ?, 'a@b.example', ?, ?, 'x', encode(sha256('x'), 'hex'),
                    encode(sha256('x'), 'hex'), false, now(), ?, ?, ?::timestamptz)""",
                id,
                whose.id(),
                "<" + id + ">",
                subject,
                SCRIPT,
                answered,
                answered == null ? null : "HEADER",
                answered == null ? null : "2026-09-01T00:00:00Z");
        owner.update("insert into mail.received_attachments values (?, 0, 'a.html', 'text/html', 6, '<html>')", id);
        return id;
    }

    private int audited(String action, UUID subject) {
        return owner.queryForObject(
                "select count(*) from audit.entries where action = ? and affected = array[?::uuid]",
                Integer.class,
                action,
                subject);
    }

    private MvcTestResult get(TestPerson person, Organization organization, String uri) {
        return mvc.get().uri(uri).with(person.in(organization)).exchange();
    }

    private MvcTestResult post(
            TestPerson person, Organization organization, UUID received, String act, String reference) {
        return mvc.post()
                .uri("/mail/received/" + received + "/" + act)
                .param("reference", reference)
                .with(person.in(organization))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private static Document page(MvcTestResult result) throws Exception {
        assertThat(result).hasStatusOk();
        return Jsoup.parse(result.getResponse().getContentAsString(UTF_8));
    }
}
