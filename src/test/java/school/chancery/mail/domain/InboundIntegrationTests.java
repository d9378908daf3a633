package school.chancery.mail.domain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.TestDatabase;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.mail.Outbox;
import school.chancery.mail.OutgoingMail;
import school.chancery.mail.ReceivedMail;
import school.chancery.mail.ReplyMatched;
import school.chancery.mail.domain.ScriptedSmtpServer.Act;

@ChanceryTest
@Import(MailEvents.class)
@ExtendWith(OutputCaptureExtension.class)
class InboundIntegrationTests {
    private static final String PLATFORM = "info@platform.example";

    private final UUID school = UUID.randomUUID();
    private final Actor secretary = Actor.person(UUID.randomUUID(), school, Set.of(school));
    private final JdbcTemplate owner = new JdbcTemplate(TestDatabase.shared().owner());
    private final String reference = "ШК-" + Math.abs(school.hashCode());
    private final GreenMail server =
            new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort()});

    private GreenMailUser mailbox;
    private UUID mail;

    @Autowired
    private Outbox outbox;

    @Autowired
    private MailboxState mailboxes;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private MailEvents events;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void openTheMailboxAndOweAMail() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("ru"));
        server.start();
        mailbox = server.setUser(TestMail.FROM, school.toString(), "secret");
        mail = owe(school, reference);
    }

    @AfterEach
    void closeTheMailbox() {
        LocaleContextHolder.resetLocaleContext();
        events.recover(school);
        owner.execute("drop trigger if exists refuse_in_test on mail.received");
        server.stop();
    }

    @Test
    void knowsAnAnswerByTheIdOfOurMail() throws Exception {
        deliver("In-Reply-To: " + messageId(), "Subject: Re: anything", "Зарегистрировано.\n<b>нет</b>");
        poll();
        var reply = onlyReply();
        assertThat(reply.from()).isEqualTo(PLATFORM);
        assertThat(reply.subject()).isEqualTo("Re: anything");
        assertThat(reply.text()).isEqualTo("Зарегистрировано.\n<b>нет</b>");
        assertThat(reply.attachmentCount()).isZero();
        assertThat(events.matched(school)).containsExactly(new ReplyMatched(reply.id(), mail, school, "application"));
        assertThat(matchedBy()).isEqualTo("HEADER");
    }

    @Test
    void knowsAnAnswerByItsReferencesToo() throws Exception {
        deliver("References: <other@else.example>\r\n " + messageId(), "Subject: x", "да");
        poll();
        assertThat(onlyReply().text()).isEqualTo("да");
    }

    @Test
    void knowsAnAnswerByTheCaseInItsSubjectWhenTheHeadersAreLost() throws Exception {
        deliver("X-Mailer: web", "Subject: " + encoded("Ответ на заявку [" + reference.toLowerCase() + "]"), "да");
        poll();
        assertThat(onlyReply().subject()).contains("Ответ на заявку");
        assertThat(matchedBy()).isEqualTo("SUBJECT");
    }

    @Test
    void doesNotBelieveASubjectFromAnotherDomain() throws Exception {
        deliver("From: info@platform.example.evil.example", "Subject: " + encoded("[" + reference + "]"), "да");
        poll();
        assertThat(replies()).isEmpty();
        assertThat(events.matched(school)).isEmpty();
        assertThat(received())
                .containsEntry("organization_id", MailEvents.OFFICE)
                .containsEntry("mail_id", null);
    }

    @Test
    void doesNotChooseBetweenTwoSchools() throws Exception {
        owe(UUID.randomUUID(), reference);
        deliver("X: y", "Subject: " + encoded(reference), "да");
        poll();
        assertThat(replies()).isEmpty();
    }

    @Test
    void doesNotTakePartOfAReferenceForIt() throws Exception {
        deliver("X: y", "Subject: " + encoded(reference + "9 и 1" + reference), "да");
        poll();
        assertThat(replies()).isEmpty();
    }

    @Test
    void keepsTheSameMailOnce() throws Exception {
        for (var i = 0; i < 3; i++)
            deliver("In-Reply-To: " + messageId() + "\r\nMessage-ID: <one-" + school + "@p>", "Subject: x", "да");
        poll();
        poll();
        assertThat(replies()).hasSize(1);
        assertThat(events.matched(school)).hasSize(1);
    }

    @Test
    void keepsAMailWithoutIdOnce() throws Exception {
        for (var i = 0; i < 2; i++) deliver("In-Reply-To: " + messageId(), "Subject: x", "да");
        poll();
        assertThat(replies()).hasSize(1);
    }

    @Test
    void keepsTwoMailsThatClaimOneId() throws Exception {
        var claimed = "In-Reply-To: " + messageId() + "\r\nMessage-ID: <one-" + school + "@p>";
        deliver(claimed, "Subject: x", "да");
        deliver("Received: from elsewhere\r\n" + claimed, "Subject: x", "да");
        deliver(claimed, "Subject: x", "нет");
        poll();
        assertThat(replies()).extracting(ReceivedMail::text).containsExactly("да", "нет");
    }

    @Test
    void aMailThatCannotBeKeptIsSetAsideAndTheNextIsRead(CapturedOutput log) throws Exception {
        refusePoison();
        deliver("In-Reply-To: " + messageId(), "Subject: " + encoded("яд-" + school), "Иванов Иван");
        deliver("In-Reply-To: " + messageId(), "Subject: 2", "второй");
        poll();
        assertThat(onlyReply().text()).isEqualTo("второй");
        assertThat(owner.queryForList("""
                        select fault, organization_id from mail.received
                        where fault is not null and position(convert_to('Иванов Иван', 'UTF8') in raw) > 0
                          and position(convert_to(?, 'UTF8') in raw) > 0""", messageId()))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("organization_id", MailEvents.OFFICE)
                        .hasEntrySatisfying(
                                "fault", fault -> assertThat(fault.toString()).doesNotContain("яд-")));
        assertThat(place()).containsEntry("last_uid", 2L).containsEntry("trouble", null);
        assertThat(log).contains("cannot be read and is set aside").doesNotContain("яд-" + school);
    }

    private void refusePoison() {
        owner.execute("""
                create or replace function mail.refuse_in_test() returns trigger language plpgsql as $$
                begin
                    if starts_with(new.subject, 'яд-') then
                        raise exception 'will not have %', new.subject;
                    end if;
                    return new;
                end $$""");
        owner.execute("create or replace trigger refuse_in_test before insert on mail.received"
                + " for each row execute function mail.refuse_in_test()");
    }

    @Test
    void readingThatFailsAsAWholeIsNotedAndReadsAgainFromThere() throws Exception {
        deliver("In-Reply-To: " + messageId(), "Subject: 1", "первый");
        owner.execute("alter table mail.received rename to received_gone");
        try {
            poll();
        } finally {
            owner.execute("alter table mail.received_gone rename to received");
        }
        assertThat(place().get("trouble").toString()).contains("Exception");
        assertThat(place()).containsEntry("last_uid", 0L).containsEntry("claim", null);
        poll();
        assertThat(onlyReply().text()).isEqualTo("первый");
        assertThat(place()).containsEntry("trouble", null);
    }

    @Test
    void keepsASecondAndLateAnswerBesideTheFirst() throws Exception {
        deliver("In-Reply-To: " + messageId(), "Subject: 1", "первый");
        poll();
        owner.update(
                "update mail.outbox set status = 'FAILED', settled_at = now(), told_at = now() where id = ?", mail);
        deliver("In-Reply-To: " + messageId(), "Subject: 2", "второй");
        poll();
        assertThat(replies()).extracting(ReceivedMail::text).containsExactly("первый", "второй");
        assertThat(events.matched(school)).hasSize(2);
    }

    @Test
    void readsOnFromWhereItStoppedWhateverPeopleHaveOpened() throws Exception {
        deliver("In-Reply-To: " + messageId(), "Subject: 1", "первый");
        poll();
        deliver("In-Reply-To: " + messageId(), "Subject: 2", "второй");
        server.getManagers()
                .getImapHostManager()
                .getInbox(mailbox)
                .setFlags(new Flags(Flags.Flag.SEEN), true, 2, null, true);
        poll();
        assertThat(replies()).hasSize(2);
        assertThat(place())
                .containsEntry("last_uid", 2L)
                .containsEntry("trouble", null)
                .containsEntry("claim", null);
    }

    @Test
    void readsAllAgainWithoutDoublesWhenTheMailboxIsNumberedAnew() throws Exception {
        deliver("In-Reply-To: " + messageId(), "Subject: 1", "первый");
        poll();
        owner.update("update mail.mailboxes set uid_validity = 1, last_uid = 4000 where name = ?", mailboxName());
        deliver("In-Reply-To: " + messageId(), "Subject: 2", "второй");
        poll();
        assertThat(replies()).hasSize(2);
        assertThat(place()).containsEntry("last_uid", 2L);
    }

    @Test
    void oneNodeReadsAtATime() throws Exception {
        deliver("In-Reply-To: " + messageId(), "Subject: x", "да");
        var other = Acting.as(Actor.PRODUCT, () -> mailboxes.claim(mailboxName(), Duration.ofMinutes(15)))
                .orElseThrow();
        poll();
        assertThat(replies()).isEmpty();
        owner.update(
                "update mail.mailboxes set claimed_until = clock_timestamp() - interval '1 second' where name = ?",
                mailboxName());
        poll();
        assertThat(replies()).hasSize(1);
        var late = new ImapMailbox.Fetched(1, 1, java.time.Instant.EPOCH, new byte[] {1}, false, null);
        assertThat(Acting.as(Actor.PRODUCT, () -> arrivals.keep(other, late, MailParser.parse(late.raw()))))
                .as("a node whose claim has passed on keeps nothing")
                .isFalse();
    }

    @Test
    void aFailingListenerStopsNeitherReadingNorTheNews() throws Exception {
        events.failFor(school);
        deliver("In-Reply-To: " + messageId(), "Subject: 1", "первый");
        deliver("In-Reply-To: " + messageId(), "Subject: 2", "второй");
        poll();
        assertThat(replies()).hasSize(2);
        reader().tellUntold();
        assertThat(events.matched(school)).isEmpty();
        events.recover(school);
        reader().tellUntold();
        reader().tellUntold();
        assertThat(events.matched(school)).hasSize(2);
    }

    @Test
    void keepsAttachmentsAsBytesUnderHarmlessNames() throws Exception {
        deliver(
                "In-Reply-To: " + messageId() + "\r\nContent-Type: multipart/mixed; boundary=b",
                "Subject: x",
                """
                --b
                Content-Type: multipart/alternative; boundary=c

                --c
                Content-Type: text/plain; charset=windows-1251
                Content-Transfer-Encoding: base64

                %s
                --c
                Content-Type: text/html

                <p>html</p>
                --c--
                --b
                Content-Type: application/msword; name="x.doc"
                Content-Disposition: attachment; filename*=UTF-8''..%%2F%%D0%%94%%D0%%BE%%D0%%B3%%D0%%BE%%D0%%B2%%D0%%BE%%D1%%80.doc

                macros
                --b--
                """.formatted(Base64.getEncoder().encodeToString("Привет".getBytes("windows-1251"))));
        poll();
        assertThat(onlyReply().text()).isEqualTo("Привет");
        assertThat(onlyReply().attachmentCount()).isOne();
        assertThat(owner.queryForMap(
                        "select name, media_type, convert_from(bytes, 'UTF8') as content"
                                + " from mail.received_attachments where received_id = ?",
                        onlyReply().id()))
                .containsEntry("name", ".._Договор.doc")
                .containsEntry("media_type", "application/msword")
                .hasEntrySatisfying(
                        "content", content -> assertThat(content.toString()).startsWith("macros"));
    }

    @Test
    void reducesHtmlToItsWords() throws Exception {
        deliver(
                "In-Reply-To: " + messageId() + "\r\nContent-Type: text/html; charset=utf-8",
                "Subject: x",
                "<html><head><style>p{}</style></head><body><p>Ваша&nbsp;заявка<br>принята</p><script>alert(1)</script>"
                        + "<img src=x onerror=alert(2)><div hidden>тайное</div><p>&lt;i&gt;</p></body></html>");
        poll();
        assertThat(onlyReply().text()).isEqualTo("Ваша заявка\nпринята\n<i>");
    }

    @Test
    void knowsANoticeOfNonDelivery() throws Exception {
        deliver(
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\nFrom: MAILER-DAEMON@relay.example",
                "Subject: Undelivered",
                "--b\n\nНе доставлено\n--b\nContent-Type: message/rfc822\n\nMessage-ID: " + messageId()
                        + "\nSubject: a\n\nb\n--b--\n");
        poll();
        assertThat(onlyReply().text()).isEqualTo("Не доставлено");
    }

    @Test
    void keepsOnlyTheHeadersOfAMailThatIsTooLarge() throws Exception {
        deliver("In-Reply-To: " + messageId(), "Subject: x", "строка\n".repeat(60_000));
        poll();
        assertThat(onlyReply().text()).startsWith("Письмо слишком велико");
        assertThat(owner.queryForObject(
                        "select octet_length(raw) from mail.received where mail_id = ?", Integer.class, mail))
                .isLessThan(2_000);
    }

    @Test
    void keepsWhatItCannotReadAndReadsOn() throws Exception {
        deliver(
                "Content-Type: multipart/mixed; boundary=\r\nIn-Reply-To: " + messageId(),
                "Subject: =?x?Q?=FF?=",
                "\u0001");
        deliver(
                "Content-Type: text/plain; charset=no-such\r\nContent-Transfer-Encoding: nonsense\r\nIn-Reply-To: "
                        + messageId(),
                "Subject: 2",
                "b");
        deliver("In-Reply-To: " + messageId(), "Subject: 3", "целое");
        poll();
        assertThat(replies()).hasSize(3);
        assertThat(replies().get(2).text()).isEqualTo("целое");
    }

    @Test
    void aServerThatIsAwayOrSilentIsNotedAndHoldsNobody() throws Exception {
        var reader = reader();
        server.stop();
        reader.poll();
        assertThat(place().get("trouble").toString()).isNotBlank();
        try (var silent = ScriptedSmtpServer.that(Act.SILENT)) {
            var begun = System.nanoTime();
            reader(TestMail.servers(
                            null,
                            new MailServer(
                                    "127.0.0.1",
                                    silent.address().port(),
                                    school.toString(),
                                    "x",
                                    MailServer.Security.NONE)))
                    .poll();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        }
        assertThat(place()).containsEntry("claim", null);
    }

    @Test
    void anotherSchoolSeesNeitherAnswerNorAttachment() throws Exception {
        deliver("In-Reply-To: " + messageId() + "\r\nContent-Type: application/pdf; name=a.pdf", "Subject: x", "%PDF");
        poll();
        var other = UUID.randomUUID();
        var stranger = Actor.person(UUID.randomUUID(), other, Set.of(other));
        assertThat(Acting.as(stranger, () -> outbox.replies(mail))).isEmpty();
        var app = new JdbcTemplate(TestDatabase.shared().app());
        assertThat(app.queryForObject("select count(*) from mail.received_attachments", Integer.class))
                .isZero();
        assertThat(owner.queryForObject("select count(*) from mail.received_attachments", Integer.class))
                .isPositive();
    }

    @Test
    void whatCameInCannotBeChanged() throws Exception {
        deliver("In-Reply-To: " + messageId(), "Subject: x", "да");
        poll();
        var id = onlyReply().id();
        assertThatThrownBy(() -> owner.update("update mail.received set body = 'нет' where id = ?", id))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> owner.update("delete from mail.received where id = ?", id))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void deliver(String headers, String subject, String body) throws MessagingException {
        var from = headers.contains("From: ") ? "" : "From: " + PLATFORM + "\r\n";
        var type = headers.contains("Content-Type") ? "" : "Content-Type: text/plain; charset=utf-8\r\n";
        var raw = (from + type + headers + "\r\n" + subject + "\r\n\r\n").getBytes(ISO_8859_1);
        var text = body.replace("\n", "\r\n").getBytes(UTF_8);
        var whole = java.util.Arrays.copyOf(raw, raw.length + text.length);
        System.arraycopy(text, 0, whole, raw.length, text.length);
        mailbox.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(whole)));
    }

    private static String encoded(String subject) throws Exception {
        return jakarta.mail.internet.MimeUtility.encodeText(subject, "UTF-8", "B");
    }

    private UUID owe(UUID organization, String reference) {
        var owed = new OutgoingMail(organization, "application", PLATFORM, "Заявка", "Текст", reference, List.of());
        return Acting.as(Actor.PRODUCT, () -> transaction.execute(status -> outbox.owe(owed)));
    }

    private String messageId() {
        return Acting.as(secretary, () -> outbox.state(mail)).orElseThrow().messageId();
    }

    private List<ReceivedMail> replies() {
        return Acting.as(secretary, () -> outbox.replies(mail));
    }

    private ReceivedMail onlyReply() {
        assertThat(replies()).hasSize(1);
        return replies().get(0);
    }

    private @Nullable String matchedBy() {
        return owner.queryForObject("select matched_by from mail.received where mail_id = ?", String.class, mail);
    }

    /** The newest unmatched one. */
    private Map<String, Object> received() {
        return owner.queryForMap(
                "select organization_id, mail_id from mail.received where subject like ? order by received_at desc limit 1",
                "%" + reference + "%");
    }

    private Map<String, Object> place() {
        return owner.queryForMap("select last_uid, trouble, claim from mail.mailboxes where name = ?", mailboxName());
    }

    private String mailboxName() {
        return school + "@127.0.0.1/INBOX";
    }

    private void poll() {
        reader().poll();
    }

    private InboundPoll reader() {
        return reader(TestMail.servers(null, imap()));
    }

    private MailServer imap() {
        return new MailServer(
                "127.0.0.1", server.getImap().getPort(), school.toString(), "secret", MailServer.Security.NONE);
    }

    private InboundPoll reader(MailServers servers) {
        var properties = TestMail.properties(Duration.ofSeconds(2));
        return new InboundPoll(
                new ImapMailbox(properties, Clock.systemUTC()), mailboxes, arrivals, servers, properties);
    }
}
