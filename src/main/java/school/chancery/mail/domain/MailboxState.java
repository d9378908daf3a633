package school.chancery.mail.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far a mailbox is read, and which node reads it now. */
@Component
@Transactional
class MailboxState {
    private final JdbcClient jdbc;
    private final Clock clock;

    MailboxState(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Claimed(String mailbox, UUID claim, long uidValidity, long lastUid) {}

    /** Empty while another node reads. Timed by the database: the clocks of two nodes may differ. */
    Optional<Claimed> claim(String mailbox, Duration length) {
        jdbc.sql("insert into mail.mailboxes (name) values (?) on conflict do nothing")
                .param(mailbox)
                .update();
        return jdbc.sql("""
                        update mail.mailboxes
                        set claim = gen_random_uuid(), claimed_until = clock_timestamp() + make_interval(secs => :seconds)
                        where name = :name and (claimed_until is null or claimed_until < clock_timestamp())
                        returning name as mailbox, claim, uid_validity, last_uid""")
                .param("seconds", length.toSeconds())
                .param("name", mailbox)
                .query(Claimed.class)
                .optional();
    }

    /** In the transaction that stores the mail. False when the claim has passed to another node. */
    boolean advance(Claimed claimed, long uidValidity, long uid) {
        return jdbc.sql("update mail.mailboxes set uid_validity = ?, last_uid = ? where name = ? and claim = ?")
                        .params(uidValidity, uid, claimed.mailbox(), claimed.claim())
                        .update()
                == 1;
    }

    void release(Claimed claimed, @Nullable String trouble) {
        jdbc.sql("""
                        update mail.mailboxes set claim = null, claimed_until = null, trouble = :trouble,
                            read_at = case when :trouble::text is null then :now else read_at end
                        where name = :name and claim = :claim""")
                .param("trouble", trouble)
                .param("now", Columns.time(clock.instant()))
                .param("name", claimed.mailbox())
                .param("claim", claimed.claim())
                .update();
    }
}
