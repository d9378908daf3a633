package school.chancery.mail.domain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.chancery.mail.MailAddress;
import school.chancery.mail.OutgoingMail;
import school.chancery.mail.OutgoingMail.Attachment;

class FrozenMailTests {
    private static final Instant NOW = Instant.parse("2026-09-01T05:00:00Z");
    private static final String EVIL = "a\r\nBcc: victim@else.example\r\n\r\n<script>";

    @Test
    void carriesRussianSubjectTextAndFileNameUnharmed() throws Exception {
        var bytes = new byte[100_000];
        new java.util.Random(1).nextBytes(bytes);
        var name = "Приказ о назначении администратора информационно-коммуникационной платформы № 01-05-034.pdf";
        var mail = parsed(mail(
                "info@platform.example",
                "Заявка «Ёлка» № 1",
                "Привет, мир!\n.\nточка",
                name,
                "application/pdf",
                bytes));
        assertThat(mail.getSubject()).isEqualTo("Заявка «Ёлка» № 1 [ШК-000123]");
        assertThat(mail.getFrom()[0]).hasToString(TestMail.FROM);
        assertThat(mail.getSentDate()).isEqualTo(NOW);
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo("Привет, мир!\n.\nточка");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo(name);
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(bytes);
        assertThat(raw(mail)).contains("filename*");
    }

    @Test
    void isAsciiWithShortLinesOnly() throws Exception {
        var bytes = FrozenMail.of(
                        mail(
                                "info@platform.example",
                                "Тема ".repeat(60),
                                "Строка ".repeat(5000),
                                "имя.pdf",
                                "application/pdf",
                                new byte[50_000]),
                        TestMail.FROM,
                        NOW)
                .bytes();
        assertThat(new String(bytes, ISO_8859_1).chars()).allMatch(each -> each < 128);
        assertThat(new String(bytes, ISO_8859_1).split("\r\n"))
                .allMatch(line -> line.length() <= 998 && !line.contains("\n"));
    }

    @Test
    void noValueOfACallerBecomesAHeader() throws Exception {
        var mail = parsed(new OutgoingMail(
                UUID.randomUUID(), EVIL, EVIL, EVIL, EVIL, EVIL, List.of(new Attachment(EVIL, EVIL, new byte[1]))));
        assertThat(Collections.list(mail.getAllHeaders()).stream().map(jakarta.mail.Header::getName))
                .containsExactlyInAnyOrder("Date", "From", "Message-ID", "Subject", "MIME-Version", "Content-Type");
        assertThat(mail.getAllRecipients()).isNull();
        var part = ((MimeMultipart) mail.getContent()).getBodyPart(1);
        assertThat(Collections.list(part.getAllHeaders()).stream().map(jakarta.mail.Header::getName))
                .containsExactlyInAnyOrder("Content-Type", "Content-Disposition", "Content-Transfer-Encoding");
        assertThat(part.getContentType()).startsWith("application/octet-stream");
    }

    @Test
    void doesNotRepeatAReferenceThatStandsInTheSubject() throws Exception {
        assertThat(parsed(mail("a@b.example", "О деле [ШК-000123]", "", "a", "a/b", new byte[0]))
                        .getSubject())
                .isEqualTo("О деле [ШК-000123]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "info@platform.example",
                "a.b+c@d-e.example.org",
                "o'neil@x.ru",
                "office@школа.рф",
                "OFFICE@Школа.РФ"
            })
    void isAnAddress(String address) {
        assertThat(MailAddress.isValid(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@b.ru",
                "a@",
                "a@b",
                "a b@c.ru",
                "почта@школа.рф",
                "a@b.ru, c@d.ru",
                "<a@b.ru>",
                "A <a@b.ru>",
                "a@b.ru\r\nBcc: c@d.ru",
                "a\n@b.ru",
                ".a@b.ru",
                "a..b@c.ru",
                "a.@b.ru",
                "a@-b.ru",
                "a@b-.ru",
                "a@b..ru",
                "a@[127.0.0.1]",
                "a@127.0.0.1",
                "\"a b\"@c.ru",
                "a@b.ru>",
                "a@b_c.ru",
                "a;b@c.ru"
            })
    void isNoAddress(String address) {
        assertThat(MailAddress.isValid(address)).isFalse();
    }

    @Test
    void aTooLongAddressIsNone() {
        assertThat(MailAddress.isValid("a".repeat(65) + "@b.ru")).isFalse();
        assertThat(MailAddress.isValid("a@" + "b".repeat(60) + ("." + "c".repeat(60)).repeat(4) + ".ru"))
                .isFalse();
        assertThat(MailAddress.isValid(null)).isFalse();
    }

    @Test
    void writesARussianDomainInItsWireForm() throws Exception {
        var mail = parsed(mail("office@школа.рф", "", "", "a", "a/b", new byte[0]));
        assertThat(mail.getAllRecipients()[0].toString())
                .startsWith("office@xn--")
                .endsWith(".xn--p1ai");
    }

    private static OutgoingMail mail(String to, String subject, String text, String file, String type, byte[] bytes) {
        return new OutgoingMail(
                UUID.randomUUID(), "key", to, subject, text, "ШК-000123", List.of(new Attachment(file, type, bytes)));
    }

    private static MimeMessage parsed(OutgoingMail mail) throws Exception {
        var bytes = FrozenMail.of(mail, TestMail.FROM, NOW).bytes();
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private static String raw(MimeMessage mail) throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        mail.writeTo(out);
        return out.toString(ISO_8859_1);
    }
}
