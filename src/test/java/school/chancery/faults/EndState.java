package school.chancery.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.Collections;
import org.springframework.jdbc.core.JdbcTemplate;

/** What must be true when both cases are at their end, however often the product died on the way. */
final class EndState {
    private static final String APPLICATION = "key like 'platform.application%'";
    private static final String GRANTS = "audit.entries where action = 'identity.role-granted'";
    private final JdbcTemplate owner;
    private final GreenMail mail;
    private final int grantsBefore;

    EndState(JdbcTemplate owner, GreenMail mail) {
        this.owner = owner;
        this.mail = mail;
        this.grantsBefore = count(GRANTS);
    }

    /** Nothing is on its way any more: no mail, no fact, no job that is due. */
    boolean isQuiet() {
        return count("mail.outbox where told_at is null") == 0
                && count("engine.act_ru_job where retries_ > 0 and lock_owner_ is not null") == 0;
    }

    void check() {
        orders();
        acts();
        mails();
        jobs();
    }

    private void orders() {
        assertThat(numbersWithoutGap(owner)).as("numbers without gap").isTrue();
        once("orders.orders where status = 'REGISTERED'");
        once("orders.acknowledgements");
    }

    /** Each is there once, with its row of the audit from the same transaction. */
    private void acts() {
        once("identity.role_assignments where role = 'PLATFORM_ADMINISTRATOR'");
        once("platform.applications");
        once("audit.entries where action = 'orders.order-registered'");
        assertThat(count(GRANTS) - grantsBefore).as("audited grants").isEqualTo(1);
    }

    /** Rows = mails owed, one key each; what was sent came, more than once only where its row says so. */
    private void mails() {
        once("mail.outbox where " + APPLICATION);
        assertThat(count("mail.outbox where status <> 'SENT'")).as("not sent").isZero();
        var arrived =
                Arrays.stream(mail.getReceivedMessages()).map(EndState::id).toList();
        owner.query("select message_id, maybe_twice from mail.outbox", row -> {
            var copies = Collections.frequency(arrived, row.getString(1));
            assertThat(copies).as("copies of a mail").isBetween(1, row.getBoolean(2) ? Integer.MAX_VALUE : 1);
        });
        var owed = owner.queryForList("select message_id from mail.outbox", String.class);
        assertThat(owed).as("mails owed").containsAll(arrived);
    }

    private void jobs() {
        assertThat(count("workflow.incidents")).as("incidents").isZero();
        assertThat(count("engine.act_ru_incident"))
                .as("incidents of the engine")
                .isZero();
        assertThat(count("engine.act_ru_job where lock_exp_time_ < now() - interval '6 seconds'"))
                .as("locks longer than twice their time")
                .isZero();
    }

    static boolean numbersWithoutGap(JdbcTemplate owner) {
        var gaps = owner.queryForObject("""
                select count(*) from orders.counters c where c.last_sequence <> (select count(*) from orders.orders o
                    where o.organization_id = c.organization_id and o.series = c.series and o.status = 'REGISTERED'
                        and not o.historical)""", Integer.class);
        return gaps != null && gaps == 0;
    }

    private void once(String rows) {
        assertThat(count(rows)).as(rows).isEqualTo(1);
    }

    private static String id(jakarta.mail.internet.MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private int count(String rows) {
        var found = owner.queryForObject("select count(*) from " + rows, Integer.class);
        return found == null ? 0 : found;
    }
}
