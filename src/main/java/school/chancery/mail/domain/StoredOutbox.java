package school.chancery.mail.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Acting;
import school.chancery.mail.MailState;
import school.chancery.mail.MailState.Status;
import school.chancery.mail.Outbox;
import school.chancery.mail.OutgoingMail;
import school.chancery.mail.ReceivedMail;
import school.chancery.mail.WaitingMail;

/** What is owed, written with the change that owes it. */
@Component
@Transactional
class StoredOutbox implements Outbox {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final MailServers servers;
    private final ReceivedMails received;

    StoredOutbox(JdbcClient jdbc, Clock clock, MailServers servers, ReceivedMails received) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.servers = servers;
        this.received = received;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID owe(OutgoingMail mail) {
        return owed(mail).or(() -> insert(mail)).or(() -> owed(mail)).orElseThrow();
    }

    private Optional<UUID> owed(OutgoingMail mail) {
        return jdbc.sql("select id from mail.outbox where organization_id = ? and key = ?")
                .params(mail.organizationId(), mail.key())
                .query(UUID.class)
                .optional();
    }

    // Two at once: the second waits for the first one's commit and then inserts nothing.
    private Optional<UUID> insert(OutgoingMail mail) {
        var now = clock.instant();
        var frozen = FrozenMail.of(mail, servers.from(), now);
        return jdbc.sql("""
                        insert into mail.outbox (id, organization_id, key, about, recipient, subject, body, case_reference,
                            attachment_names, message_id, message, sha256, created_at, created_by, due_at)
                        values (:id, :organization, :key, :about, :recipient, :subject, :body, :reference,
                            :attachments, :messageId, :message, :sha256, :now, :actor, :now)
                        on conflict (organization_id, key) do nothing returning id""")
                .param("id", frozen.id())
                .param("organization", mail.organizationId())
                .param("key", mail.key())
                .param("about", mail.about())
                .param("recipient", frozen.recipient())
                .param("subject", frozen.subject())
                .param("body", frozen.body())
                .param("reference", Text.line(mail.caseReference(), 60))
                .param("attachments", frozen.attachmentNames().toArray(String[]::new))
                .param("messageId", frozen.messageId())
                .param("message", frozen.bytes())
                .param("sha256", Sha256.hex(frozen.bytes()))
                .param("now", Columns.time(now))
                .param("actor", Acting.current().accountId())
                .query(UUID.class)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MailState> state(UUID mailId) {
        return jdbc.sql("""
                        select id, status, message_id, sha256, attempts, maybe_twice, settled_at, server_answer
                        from mail.outbox where id = ?""").param(mailId).query(StoredOutbox::state).optional();
    }

    private static MailState state(ResultSet row, int number) throws SQLException {
        var status = Status.valueOf(row.getString("status"));
        return new MailState(
                row.getObject("id", UUID.class),
                status,
                row.getString("message_id"),
                row.getString("sha256"),
                row.getInt("attempts"),
                row.getBoolean("maybe_twice"),
                status == Status.SENT ? instant(row.getObject("settled_at", OffsetDateTime.class)) : null,
                row.getString("server_answer"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    @Override
    @Transactional(readOnly = true)
    public List<WaitingMail> waiting(Collection<UUID> about) {
        return jdbc.sql("""
                        select about, recipient as "to", created_at as owed_at, attempts,
                            case when status = 'WAITING' then due_at end as next_try, server_answer
                        from mail.outbox where about in (:about) and status in ('WAITING', 'SENDING')
                        order by created_at, id""").param("about", about).query(WaitingMail.class).list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<ReceivedMail> replies(UUID mailId) {
        return received.to(mailId);
    }
}
