package school.chancery.mail.domain;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.TestClock;
import school.chancery.TestDatabase;
import school.chancery.mail.Outbox;

/** An outbox in which nothing waits, on a morning that does not pass by itself. */
abstract class OutboxStory {
    static final Instant MORNING = Instant.parse("2026-09-01T05:00:00Z");

    final UUID school = UUID.randomUUID();
    final JdbcTemplate owner = new JdbcTemplate(TestDatabase.shared().owner());

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxQueue queue;

    @Autowired
    MailEvents events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @BeforeEach
    void startWithAnEmptyQueue() {
        clock.set(MORNING);
        owner.update("update mail.outbox set status = 'FAILED', settled_at = now(), told_at = now(), claim = null"
                + " where status in ('WAITING', 'SENDING')");
    }

    @AfterEach
    void letThingsRunAgain() {
        clock.reset();
        events.recover(school);
    }
}
