package school.chancery.mail.domain;

import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Acting;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;

/** What a clerk does with mail that fitted no case. */
@Component
@Transactional
public class MailDesk {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Audit audit;
    private final ReplyMatcher matcher;
    private final Arrivals arrivals;

    MailDesk(JdbcClient jdbc, Clock clock, Audit audit, ReplyMatcher matcher, Arrivals arrivals) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.matcher = matcher;
        this.arrivals = arrivals;
    }

    public enum Outcome {
        DONE,
        NO_SUCH_CASE,
        /** Somebody was quicker, or it is not there. */
        NOT_OPEN
    }

    /** Puts the mail to the case with this reference, if the clerk's organizations have one. */
    public Outcome match(UUID organization, UUID received, String reference) {
        if (!isOpen(organization, received)) return Outcome.NOT_OPEN;
        var match = matcher.byPerson(reference);
        if (match.isEmpty()) return Outcome.NO_SUCH_CASE;
        if (!arrivals.matchByPerson(received, match.get())) return Outcome.NOT_OPEN;
        audit.record(AuditEntry.of("mail.answer-matched", organization, "received-mail", received)
                .with("mail", match.get().mailId().toString()));
        return Outcome.DONE;
    }

    /** The mail belongs to no case: it leaves the list, not the mailbox. */
    public Outcome setAside(UUID organization, UUID received) {
        if (!isOpen(organization, received)) return Outcome.NOT_OPEN;
        jdbc.sql("update mail.received set set_aside_at = ?, set_aside_by = ? where id = ?")
                .params(Columns.time(clock.instant()), Acting.current().accountId(), received)
                .update();
        audit.record(AuditEntry.of("mail.answer-set-aside", organization, "received-mail", received));
        return Outcome.DONE;
    }

    private boolean isOpen(UUID organization, UUID received) {
        return jdbc.sql("""
                        select id from mail.received
                        where id = ? and organization_id = ? and mail_id is null and set_aside_at is null for update""")
                .params(received, organization)
                .query(UUID.class)
                .optional()
                .isPresent();
    }
}
