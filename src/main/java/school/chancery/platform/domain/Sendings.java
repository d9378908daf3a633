package school.chancery.platform.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.mail.MailState;
import school.chancery.mail.Outbox;
import school.chancery.mail.ReceivedMail;

/** Which mail carried which version of an application, and what came back. */
@Service
@Transactional
public class Sendings {
    private final JdbcClient jdbc;
    private final Outbox outbox;

    Sendings(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** @param state how the mail stands in the outbox */
    public record Sending(int version, int attempt, String to, Instant owedAt, MailState state) {}

    @Transactional(readOnly = true)
    public List<Sending> of(UUID applicationId) {
        return jdbc.sql("select * from platform.sendings where application_id = :id order by attempt")
                .param("id", applicationId)
                .query((row, i) -> new Sending(
                        row.getInt("version_number"),
                        row.getInt("attempt"),
                        row.getString("sent_to"),
                        row.getTimestamp("owed_at").toInstant(),
                        outbox.state(row.getObject("mail_id", UUID.class)).orElseThrow()))
                .list();
    }

    /** Everything the platform wrote back about the application, oldest first; untrusted text. */
    @Transactional(readOnly = true)
    public List<ReceivedMail> replies(UUID applicationId) {
        return mails(applicationId).stream()
                .flatMap(mail -> outbox.replies(mail).stream())
                .sorted(Comparator.comparing(ReceivedMail::receivedAt))
                .toList();
    }

    void add(ApplicationView application, UUID mailId, Instant at) {
        jdbc.sql("""
                        insert into platform.sendings
                            (application_id, version_number, attempt, organization_id, mail_id, sent_to, owed_at)
                        values (:id, :version, :attempt, :organization, :mail, :to, :at)
                        """)
                .param("id", application.id())
                .param("version", application.versions())
                .param("attempt", application.attempts())
                .param("organization", application.organizationId())
                .param("mail", mailId)
                .param("to", application.sendTo())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<UUID> applicationOf(UUID mailId) {
        return jdbc.sql("select application_id from platform.sendings where mail_id = :mail")
                .param("mail", mailId)
                .query(UUID.class)
                .optional();
    }

    private List<UUID> mails(UUID applicationId) {
        return jdbc.sql("select mail_id from platform.sendings where application_id = :id order by attempt")
                .param("id", applicationId)
                .query(UUID.class)
                .list();
    }
}
