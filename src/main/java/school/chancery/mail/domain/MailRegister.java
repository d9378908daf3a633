package school.chancery.mail.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.mail.MailState.Status;

/**
 * The mail of one organization for its office: only its own, also where row level security would show more (an office
 * does not read its schools' mail). Opening a mail stands in the audit.
 */
@Component
@Transactional
public class MailRegister {
    private static final String OUTBOX = """
            select id, status, recipient, subject, body, case_reference, attachment_names, message_id, sha256, created_at,
                due_at, attempts, maybe_twice, server_answer, settled_at from mail.outbox where organization_id = :organization
            """;

    private final JdbcClient jdbc;
    private final Audit audit;

    MailRegister(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** A mail of the outbox; {@code nextTry} only while it waits. */
    public record Owed(
            UUID id,
            Status status,
            String recipient,
            String subject,
            String body,
            String caseReference,
            List<String> attachmentNames,
            String messageId,
            String sha256,
            Instant createdAt,
            @Nullable Instant nextTry,
            int attempts,
            boolean maybeTwice,
            @Nullable String serverAnswer,
            @Nullable Instant settledAt) {}

    /** A mail that came in; {@code mailId} is the one it answers, {@code fault} why there is nothing but its bytes. */
    public record Received(
            UUID id,
            String sender,
            String subject,
            String body,
            boolean tooLarge,
            Instant receivedAt,
            @Nullable UUID mailId,
            boolean setAside,
            @Nullable String fault) {}

    public record Attached(int position, String name, String mediaType, long size) {}

    public record Content(String name, byte[] bytes) {}

    /** @param status null = all */
    @Transactional(readOnly = true)
    public Page<Owed> outbox(UUID organization, @Nullable Status status, Pageable page) {
        var wanted = " and (:status::text is null or status = :status)";
        var rows = jdbc.sql(OUTBOX + wanted + " order by created_at desc, id limit :limit offset :offset")
                .param("organization", organization)
                .param("status", status == null ? null : status.name())
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(MailRegister::owed)
                .list();
        var total = jdbc.sql("select count(*) from mail.outbox where organization_id = :organization" + wanted)
                .param("organization", organization)
                .param("status", status == null ? null : status.name())
                .query(Long.class)
                .single();
        return new PageImpl<>(rows, page, total);
    }

    public Optional<Owed> open(UUID organization, UUID id) {
        var mail = jdbc.sql(OUTBOX + " and id = :id")
                .param("organization", organization)
                .param("id", id)
                .query(MailRegister::owed)
                .optional();
        mail.ifPresent(found -> audit.record(AuditEntry.of("mail.mail-read", organization, "mail", id)));
        return mail;
    }

    @Transactional(readOnly = true)
    public Page<Received> unmatched(UUID organization, Pageable page) {
        var open = " from mail.received where organization_id = ? and mail_id is null and set_aside_at is null";
        var rows = jdbc.sql("select *" + open + " order by arrival desc limit ? offset ?")
                .params(organization, page.getPageSize(), page.getOffset())
                .query(MailRegister::received)
                .list();
        var total = jdbc.sql("select count(*)" + open)
                .param(organization)
                .query(Long.class)
                .single();
        return new PageImpl<>(rows, page, total);
    }

    @Transactional(readOnly = true)
    public List<Received> answers(UUID organization, UUID mailId) {
        return jdbc.sql("select * from mail.received where organization_id = ? and mail_id = ? order by arrival")
                .params(organization, mailId)
                .query(MailRegister::received)
                .list();
    }

    public Optional<Received> openReceived(UUID organization, UUID id) {
        var mail = jdbc.sql("select * from mail.received where organization_id = ? and id = ?")
                .params(organization, id)
                .query(MailRegister::received)
                .optional();
        mail.ifPresent(found -> audit.record(AuditEntry.of("mail.answer-read", organization, "received-mail", id)));
        return mail;
    }

    @Transactional(readOnly = true)
    public List<Attached> attachments(UUID received) {
        return jdbc.sql(
                        "select position, name, media_type, size from mail.received_attachments where received_id = ? order by 1")
                .param(received)
                .query(Attached.class)
                .list();
    }

    public Optional<Content> openAttachment(UUID organization, UUID received, int position) {
        var content = jdbc.sql("""
                        select a.name, a.bytes from mail.received_attachments a join mail.received r on r.id = a.received_id
                        where r.organization_id = ? and r.id = ? and a.position = ?""")
                .params(organization, received, position)
                .query((row, number) -> new Content(row.getString(1), row.getBytes(2)))
                .optional();
        content.ifPresent(
                found -> audit.record(AuditEntry.of("mail.attachment-read", organization, "received-mail", received)
                        .with("position", String.valueOf(position))));
        return content;
    }

    /** The bytes of a mail that could not be read. */
    public Optional<byte[]> openRaw(UUID organization, UUID received) {
        var raw = jdbc.sql("select raw from mail.received where organization_id = ? and id = ? and fault is not null")
                .params(organization, received)
                .query(byte[].class)
                .optional();
        raw.ifPresent(found -> audit.record(AuditEntry.of("mail.raw-read", organization, "received-mail", received)));
        return raw;
    }

    private static Owed owed(ResultSet row, int number) throws SQLException {
        var status = Status.valueOf(row.getString("status"));
        return new Owed(
                row.getObject("id", UUID.class),
                status,
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("case_reference"),
                texts(row.getArray("attachment_names")),
                row.getString("message_id"),
                row.getString("sha256"),
                time(row, "created_at"),
                status == Status.WAITING ? time(row, "due_at") : null,
                row.getInt("attempts"),
                row.getBoolean("maybe_twice"),
                row.getString("server_answer"),
                row.getObject("settled_at") == null ? null : time(row, "settled_at"));
    }

    private static Received received(ResultSet row, int number) throws SQLException {
        return new Received(
                row.getObject("id", UUID.class),
                row.getString("sender"),
                row.getString("subject"),
                row.getString("body"),
                row.getBoolean("too_large"),
                time(row, "received_at"),
                row.getObject("mail_id", UUID.class),
                row.getObject("set_aside_at") != null,
                row.getString("fault"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
