package school.chancery.mail.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import school.chancery.mail.OutgoingMail;
import school.chancery.mail.OutgoingMail.Attachment;

/** Mails and settings of the tests. */
final class TestMail {
    static final String FROM = "office@school.example";

    private TestMail() {}

    static OutgoingMail to(String recipient, UUID organization, String key) {
        return new OutgoingMail(
                organization,
                key,
                recipient,
                "Заявка на регистрацию",
                "Добрый день!\n.\nНаправляем заявку.\n",
                "ШК-000123",
                List.of(new Attachment("приказ № 1.pdf", "application/pdf", new byte[] {1, 2, '\n', 3, '\r', 4})));
    }

    static MailProperties properties(Duration timeout) {
        return new MailProperties(
                FROM,
                null,
                null,
                "INBOX",
                DataSize.ofKilobytes(200),
                timeout,
                timeout,
                timeout,
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                Duration.ofDays(3),
                Duration.ofMinutes(15));
    }

    static MailServers servers(@Nullable MailServer smtp, @Nullable MailServer imap) {
        return new MailServers() {
            @Override
            public Optional<MailServer> smtp() {
                return Optional.ofNullable(smtp);
            }

            @Override
            public Optional<MailServer> imap() {
                return Optional.ofNullable(imap);
            }

            @Override
            public String from() {
                return FROM;
            }
        };
    }
}
