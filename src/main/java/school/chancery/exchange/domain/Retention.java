package school.chancery.exchange.domain;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.organization.Policies;

/** Empties what files said about people once it has served: after the time to undo, or when nobody confirmed it. */
@Component
class Retention {
    private static final String OVER = """
            select id from exchange.imports
            where organization_id = :organization and emptied_at is null
              and (applied_at < :undo or state in ('UNDONE', 'WITHDRAWN')
                or uploaded_at < :unconfirmed and state in ('UPLOADED', 'CHECKED', 'INTERRUPTED'))""";

    private final JdbcClient jdbc;
    private final Policies policies;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Retention(JdbcClient jdbc, Policies policies, Clock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(cron = "0 20 3 * * *")
    void emptyWhatIsOver() {
        Acting.as(
                Actor.PRODUCT,
                () -> transaction.executeWithoutResult(status -> jdbc.sql(
                                "select distinct organization_id from exchange.imports where emptied_at is null")
                        .query(UUID.class)
                        .list()
                        .forEach(this::emptyOf)));
    }

    private void emptyOf(UUID organizationId) {
        jdbc.sql(OVER)
                .param("organization", organizationId)
                .param("undo", ago(organizationId, ExchangePolicies.UNDO_DAYS))
                .param("unconfirmed", ago(organizationId, ExchangePolicies.UNCONFIRMED_DAYS))
                .query(UUID.class)
                .list()
                .forEach(this::empty);
    }

    /** In the caller's transaction; what is left says that there was an import, and how many rows it had. */
    void empty(UUID importId) {
        for (var table : new String[] {"import_pieces", "import_rows", "import_faults"})
            jdbc.sql("delete from exchange." + table + " where import_id = ?")
                    .params(importId)
                    .update();
        jdbc.sql("""
                        update exchange.imports set sample = '{}', headings = '{}', file_name = '', emptied_at = ?,
                            state = case when state in ('UPLOADED', 'CHECKED', 'INTERRUPTED') then 'WITHDRAWN' else state end
                        where id = ?""").params(OffsetDateTime.now(clock), importId).update();
    }

    private OffsetDateTime ago(UUID organizationId, String policy) {
        return OffsetDateTime.now(clock).minusDays(Long.parseLong(policies.value(organizationId, policy)));
    }
}
