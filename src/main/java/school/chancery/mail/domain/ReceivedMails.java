package school.chancery.mail.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.mail.ReceivedMail;

/** Mail that came in, for reading. */
@Component
@Transactional(readOnly = true)
class ReceivedMails {
    private final JdbcClient jdbc;
    private final MessageSource messages;

    ReceivedMails(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    List<ReceivedMail> to(UUID mailId) {
        return jdbc.sql("""
                        select id, sender, subject, body, too_large, received_at,
                            (select count(*) from mail.received_attachments a where a.received_id = r.id) as attachments
                        from mail.received r where mail_id = ? order by arrival""").param(mailId).query(this::row).list();
    }

    ReceivedMail row(ResultSet row, int number) throws SQLException {
        return new ReceivedMail(
                row.getObject("id", UUID.class),
                row.getString("sender"),
                row.getString("subject"),
                row.getBoolean("too_large") ? tooLarge() : row.getString("body"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getInt("attachments"));
    }

    private String tooLarge() {
        return messages.getMessage("mail.received.too-large", null, LocaleContextHolder.getLocale());
    }
}
