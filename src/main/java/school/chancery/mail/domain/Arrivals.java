package school.chancery.mail.domain;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.mail.MailboxOwner;
import school.chancery.mail.ReplyMatched;
import school.chancery.mail.domain.ImapMailbox.Fetched;
import school.chancery.mail.domain.ReplyMatcher.Match;

/** Keeps what came in: the mail, its place in the mailbox, its match and the telling of it in one transaction. */
@Component
@Transactional
class Arrivals {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final MailboxState mailboxes;
    private final ReplyMatcher matcher;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<MailboxOwner> owner;

    Arrivals(
            JdbcClient jdbc,
            Clock clock,
            MailboxState mailboxes,
            ReplyMatcher matcher,
            ApplicationEventPublisher events,
            ObjectProvider<MailboxOwner> owner) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.mailboxes = mailboxes;
        this.matcher = matcher;
        this.events = events;
        this.owner = owner;
    }

    /** @return false when another node reads the mailbox now; nothing is changed then */
    boolean keep(MailboxState.Claimed mailbox, Fetched fetched, ParsedMail mail) {
        return keep(mailbox, fetched, mail, true);
    }

    /** For a listener that fails: reading must not stop for its sake. {@link #tellAgain} makes up for it. */
    boolean keepUntold(MailboxState.Claimed mailbox, Fetched fetched, ParsedMail mail) {
        return keep(mailbox, fetched, mail, false);
    }

    /** Only its bytes, for a person to look at: one mail must not keep the next from being read. */
    boolean keepUnreadable(MailboxState.Claimed mailbox, Fetched fetched, String fault) {
        if (!mailboxes.advance(mailbox, fetched.uidValidity(), fetched.uid())) return false;
        insert(fetched, ParsedMail.unreadable(fetched), null, fault);
        return true;
    }

    private boolean keep(MailboxState.Claimed mailbox, Fetched fetched, ParsedMail mail, boolean tell) {
        if (!mailboxes.advance(mailbox, fetched.uidValidity(), fetched.uid())) return false;
        var match = matcher.match(mail);
        var id = insert(fetched, mail, match.orElse(null), null);
        id.ifPresent(stored -> attach(stored, mail.attachments()));
        if (tell && id.isPresent() && match.isPresent()) tell(id.get(), match.get());
        return true;
    }

    // The same mail twice, or read again after the mailbox was numbered anew: no second row.
    private Optional<UUID> insert(Fetched fetched, ParsedMail mail, @Nullable Match match, @Nullable String fault) {
        var sha256 = Sha256.hex(fetched.raw());
        var whole = !fetched.tooLarge() && fault == null;
        return jdbc.sql("""
                        insert into mail.received (organization_id, message_id, sender, subject, body, raw, sha256,
                            content_sha256, fault, too_large, received_at, mail_id, matched_by)
                        values (:organization, :messageId, :sender, :subject, :body, :raw, :sha256,
                            :contentSha256, :fault, :tooLarge, :receivedAt, :mail, :matchedBy)
                        on conflict (message_id, content_sha256) do nothing returning id""")
                .param("organization", match == null ? ownerId() : match.organizationId())
                .param("messageId", mail.messageId())
                .param("sender", mail.sender())
                .param("subject", mail.subject())
                .param("body", mail.text())
                .param("raw", fetched.raw())
                .param("sha256", sha256)
                .param("contentSha256", whole ? mail.contentSha256() : sha256)
                .param("fault", fault)
                .param("tooLarge", fetched.tooLarge())
                .param("receivedAt", Columns.time(fetched.receivedAt()))
                .param("mail", match == null ? null : match.mailId())
                .param("matchedBy", match == null ? null : match.matchedBy())
                .query(UUID.class)
                .optional();
    }

    private @Nullable UUID ownerId() {
        var known = owner.getIfAvailable();
        return known == null ? null : known.organizationId().orElse(null);
    }

    private void attach(UUID received, List<ParsedMail.Attached> attachments) {
        for (var i = 0; i < attachments.size(); i++) {
            var each = attachments.get(i);
            jdbc.sql("""
                            insert into mail.received_attachments (received_id, position, name, media_type, size, bytes)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(received, i, each.name(), each.mediaType(), each.bytes().length, each.bytes())
                    .update();
        }
    }

    @Transactional(readOnly = true)
    List<UUID> untold() {
        return jdbc.sql(
                        "select id from mail.received where mail_id is not null and told_at is null order by received_at limit 500")
                .query(UUID.class)
                .list();
    }

    void tellAgain(UUID id) {
        jdbc.sql("""
                        select o.id as mail_id, o.organization_id, o.key, r.matched_by
                        from mail.received r join mail.outbox o on o.id = r.mail_id
                        where r.id = ? and r.told_at is null for update of r skip locked""").param(id).query(Match.class).optional().ifPresent(match -> tell(id, match));
    }

    /** An answer whose case a person has found; told by the job. False when somebody was quicker. */
    boolean matchByPerson(UUID id, Match match) {
        return jdbc.sql("""
                                update mail.received set mail_id = ?, organization_id = ?, matched_by = 'PERSON'
                                where id = ? and mail_id is null and set_aside_at is null""").params(match.mailId(), match.organizationId(), id).update() == 1;
    }

    private void tell(UUID id, Match match) {
        events.publishEvent(new ReplyMatched(id, match.mailId(), match.organizationId(), match.key()));
        jdbc.sql("update mail.received set told_at = ? where id = ?")
                .params(Columns.time(clock.instant()), id)
                .update();
    }
}
