package school.chancery.mail.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.mail.MailSettled;

/** The outbox from the sender's side: one mail is claimed, tried outside any transaction, and its outcome recorded. */
@Component
@Transactional
class OutboxQueue {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OutboxQueue(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** @param claim only who holds it may record an outcome */
    record Claimed(
            UUID id,
            UUID organizationId,
            String key,
            UUID claim,
            String recipient,
            byte[] message,
            String sha256,
            int attempts,
            Instant firstAttemptAt) {}

    /**
     * The mail that waits longest, or one whose sender has not been heard of since its claim ran out: that one may have
     * gone already. Claims are timed by the database, since the clocks of two nodes may differ.
     */
    Optional<Claimed> claim(Duration length) {
        return jdbc.sql("""
                        with due as (
                            select id from mail.outbox
                            where status = 'WAITING' and due_at <= :now
                               or status = 'SENDING' and due_at < clock_timestamp()
                            order by due_at limit 1 for update skip locked)
                        update mail.outbox o set
                            maybe_twice = maybe_twice or status = 'SENDING',
                            status = 'SENDING',
                            claim = gen_random_uuid(),
                            due_at = clock_timestamp() + make_interval(secs => :seconds),
                            attempts = attempts + 1,
                            first_attempt_at = coalesce(first_attempt_at, :now)
                        from due where o.id = due.id
                        returning o.id, organization_id, key, claim, recipient, message, sha256, attempts, first_attempt_at""")
                .param("now", Columns.time(clock.instant()))
                .param("seconds", length.toSeconds())
                .query((row, number) -> new Claimed(
                        row.getObject("id", UUID.class),
                        row.getObject("organization_id", UUID.class),
                        row.getString("key"),
                        row.getObject("claim", UUID.class),
                        row.getString("recipient"),
                        row.getBytes("message"),
                        row.getString("sha256"),
                        row.getInt("attempts"),
                        row.getObject("first_attempt_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Records the end and tells it, both or neither. Nothing when the claim has passed to another sender. */
    void settle(Claimed mail, boolean sent, String answer) {
        if (!settled(mail, sent, answer)) return;
        tell(new MailSettled(mail.id(), mail.organizationId(), mail.key(), sent));
    }

    /** For a listener that fails: the mail must not go again for its sake. {@link #tellAgain} makes up for it. */
    void settleUntold(Claimed mail, boolean sent, String answer) {
        settled(mail, sent, answer);
    }

    private boolean settled(Claimed mail, boolean sent, String answer) {
        return jdbc.sql("""
                                update mail.outbox set status = :status, settled_at = :now, server_answer = :answer, claim = null
                                where id = :id and claim = :claim""")
                        .param("status", sent ? "SENT" : "FAILED")
                        .param("now", Columns.time(clock.instant()))
                        .param("answer", answer)
                        .param("id", mail.id())
                        .param("claim", mail.claim())
                        .update()
                == 1;
    }

    void postpone(Claimed mail, Instant until, String answer, boolean maybeTwice) {
        jdbc.sql("""
                        update mail.outbox set status = 'WAITING', due_at = :until, server_answer = :answer, claim = null,
                            maybe_twice = maybe_twice or :maybeTwice
                        where id = :id and claim = :claim""")
                .param("until", Columns.time(until))
                .param("answer", answer)
                .param("maybeTwice", maybeTwice)
                .param("id", mail.id())
                .param("claim", mail.claim())
                .update();
    }

    /** Outcomes that a listener has refused before, oldest first. */
    @Transactional(readOnly = true)
    List<UUID> untold() {
        return jdbc.sql("""
                        select id from mail.outbox where settled_at is not null and told_at is null
                        order by settled_at limit 500""").query(UUID.class).list();
    }

    void tellAgain(UUID id) {
        jdbc.sql("""
                        select id, organization_id, key, status = 'SENT' as sent from mail.outbox
                        where id = ? and settled_at is not null and told_at is null for update skip locked""")
                .param(id)
                .query((row, number) -> new MailSettled(
                        row.getObject("id", UUID.class),
                        row.getObject("organization_id", UUID.class),
                        row.getString("key"),
                        row.getBoolean("sent")))
                .optional()
                .ifPresent(this::tell);
    }

    private void tell(MailSettled settled) {
        events.publishEvent(settled);
        jdbc.sql("update mail.outbox set told_at = ? where id = ?")
                .params(Columns.time(clock.instant()), settled.mailId())
                .update();
    }
}
