package school.chancery.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.TestClock;
import school.chancery.TestDatabase;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.mail.Outbox;

@ChanceryTest
@Import(MailEvents.class)
class MailGaugesTests {
    private final JdbcTemplate owner = new JdbcTemplate(TestDatabase.shared().owner());

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void startWithAnEmptyQueue() {
        owner.update("update mail.outbox set status = 'FAILED', settled_at = now(), told_at = now(), claim = null"
                + " where status in ('WAITING', 'SENDING')");
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void tellHowMuchMailWaitsAndForHowLong() {
        assertThat(value("chancery.mail.waiting")).isZero();
        assertThat(value("chancery.mail.oldest.waiting")).isZero();
        var failed = value("chancery.mail.failed");
        var owed = TestMail.to("info@platform.example", UUID.randomUUID(), "a");
        Acting.as(Actor.PRODUCT, () -> transaction.executeWithoutResult(status -> outbox.owe(owed)));
        clock.advance(Duration.ofHours(2));
        assertThat(value("chancery.mail.waiting")).isEqualTo(1);
        assertThat(value("chancery.mail.oldest.waiting")).isBetween(7199.0, 7260.0);
        owner.update(
                "update mail.outbox set status = 'FAILED', settled_at = now() where organization_id = ?",
                owed.organizationId());
        assertThat(value("chancery.mail.failed")).isEqualTo(failed + 1);
        assertThat(value("chancery.mail.untold")).isPositive();
        owner.update("update mail.outbox set told_at = now() where organization_id = ?", owed.organizationId());
    }

    @Test
    void tellHowManyAnswersWaitForAClerk() {
        var before = value("chancery.mail.unmatched");
        var unreadable = value("chancery.mail.unreadable");
        owner.update("""
                insert into mail.received (organization_id, message_id, sender, subject, body, raw, sha256, content_sha256, fault,
                    too_large, received_at)
                values (?, ?, '', '', '', 'x', encode(sha256('x'), 'hex'), encode(sha256('x'), 'hex'), 'A', false, now())""", UUID.randomUUID(), UUID.randomUUID().toString());
        assertThat(value("chancery.mail.unmatched")).isEqualTo(before + 1);
        assertThat(value("chancery.mail.unreadable")).isEqualTo(unreadable + 1);
    }

    private double value(String gauge) {
        return meters.get(gauge).gauge().value();
    }
}
