package school.chancery.exchange.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;

/** Finds imports whose node died at the work: nothing of it is in the register, and somebody has to be told. */
@Component
class Recovery {
    // From the step that says "working" to the transaction that works.
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final String ABANDONED = """
            with late as materialized (
                select id from exchange.imports
                where state in ('CHECKING', 'APPLYING') and working_since < ? for update skip locked),
            free as materialized (
                select id from late where pg_try_advisory_xact_lock(hashtextextended('exchange.import:' || id::text, 0)))
            update exchange.imports i set working_since = null,
                state = case state when 'CHECKING' then 'INTERRUPTED' else 'CHECKED' end,
                failure = case state when 'CHECKING' then 'exchange.import.check-interrupted'
                    else 'exchange.import.apply-interrupted' end
            from free where i.id = free.id""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Recovery(JdbcClient jdbc, Clock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Before somebody looks: only of the organizations they see. */
    void sweep() {
        transaction.executeWithoutResult(status -> jdbc.sql(ABANDONED)
                .params(OffsetDateTime.ofInstant(clock.instant().minus(GRACE), ZoneOffset.UTC))
                .update());
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
    void sweepAll() {
        Acting.as(Actor.PRODUCT, this::sweep);
    }
}
