package school.chancery.mail.domain;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;

/** What an operator has to see: mail that does not leave, news that is not told, answers nobody has looked at. */
@Component
class MailGauges implements MeterBinder {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailGauges(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "chancery.mail.waiting", "Mails not yet sent", MailGauges::waiting);
        gauge(registry, "chancery.mail.failed", "Mails given up", MailGauges::failed);
        gauge(registry, "chancery.mail.untold", "Outcomes and answers a listener has refused", MailGauges::untold);
        gauge(
                registry,
                "chancery.mail.unmatched",
                "Answers that fit no case and wait for a clerk",
                MailGauges::unmatched);
        gauge(
                registry,
                "chancery.mail.unreadable",
                "Received mails kept as bytes only, that wait for a clerk",
                MailGauges::unreadable);
        gauge(registry, "chancery.mail.trouble", "Mailboxes that could not be read at last", MailGauges::trouble);
        Gauge.builder("chancery.mail.oldest.waiting", this, MailGauges::oldestWaiting)
                .description("Age of the oldest mail not yet sent")
                .baseUnit("seconds")
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String about, ToDoubleFunction<MailGauges> value) {
        Gauge.builder(name, this, value).description(about).register(registry);
    }

    double waiting() {
        return count("select count(*) from mail.outbox where status in ('WAITING', 'SENDING')");
    }

    double failed() {
        return count("select count(*) from mail.outbox where status = 'FAILED'");
    }

    double untold() {
        return count("""
                select (select count(*) from mail.outbox where settled_at is not null and told_at is null)
                     + (select count(*) from mail.received where mail_id is not null and told_at is null)""");
    }

    double unmatched() {
        return count("select count(*) from mail.received where mail_id is null and set_aside_at is null");
    }

    double unreadable() {
        return count("select count(*) from mail.received"
                + " where fault is not null and mail_id is null and set_aside_at is null");
    }

    double trouble() {
        return count("select count(*) from mail.mailboxes where trouble is not null");
    }

    /** In seconds, 0 when none waits. */
    double oldestWaiting() {
        return asProduct(
                        "select created_at from mail.outbox where status in ('WAITING', 'SENDING') order by created_at limit 1",
                        OffsetDateTime.class)
                .map(oldest -> (double)
                        Duration.between(oldest.toInstant(), clock.instant()).toSeconds())
                .orElse(0.0);
    }

    private double count(String sql) {
        return asProduct(sql, Long.class).orElse(0L);
    }

    private <T> Optional<T> asProduct(String sql, Class<T> type) {
        return Acting.as(
                Actor.PRODUCT,
                () -> transaction.execute(status -> jdbc.sql(sql).query(type).optional()));
    }
}
