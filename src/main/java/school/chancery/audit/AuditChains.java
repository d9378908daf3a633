package school.chancery.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links committed entries into one chain of hashes per organization, so that a changed or missing entry shows. Done
 * afterwards and by one node at a time: no writer ever waits for another.
 */
@Component
class AuditChains {
    private static final Logger LOG = LoggerFactory.getLogger(AuditChains.class);
    private static final int BATCH = 2_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AuditChains(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** An entry that is not as it was linked, or a place in the chain where one is missing. */
    record Break(
            @Nullable UUID organizationId,
            long chainPosition,
            @Nullable Long entryId,
            Kind kind) {
        enum Kind {
            CHANGED,
            PREVIOUS_CHANGED,
            MISSING_BEFORE,
            END_MISSING
        }
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void link() {
        while (linkBatch() == BATCH) LOG.debug("More entries wait to be linked");
    }

    private int linkBatch() {
        return Acting.as(
                Actor.PRODUCT,
                () -> transaction.execute(status -> jdbc.sql("select audit.link(?)")
                        .param(BATCH)
                        .query(Integer.class)
                        .single()));
    }

    /** Nightly; what is found is a matter for people, so it is told loudly and with ids only. */
    @Scheduled(cron = "0 40 2 * * *")
    void watch() {
        var breaks = verify();
        keep(null);
        for (var found : breaks)
            LOG.error(
                    "Audit chain of organization {} broken at {}: {} (entry {})",
                    found.organizationId(),
                    found.chainPosition(),
                    found.kind(),
                    found.entryId());
    }

    /** Verifies one organization's chain and keeps what was found. */
    void check(UUID organizationId) {
        keep(organizationId);
    }

    // The place of the first break says it all: what stands behind it proves nothing.
    private void keep(@Nullable UUID only) {
        Acting.as(
                Actor.PRODUCT,
                () -> transaction.execute(status -> jdbc.sql("""
                        insert into audit.checks (organization_id, checked_at, length, linked_until, broken_at, kind)
                        select c.organization_id, :now, c.length,
                            (select e.occurred_at from audit.entries e
                                where e.organization_id is not distinct from c.organization_id
                                    and e.chain_position = c.length),
                            b.chain_position, b.kind
                        from audit.chains c
                        left join (select distinct on (organization_id) organization_id, chain_position, kind
                                from audit.breaks where :only::uuid is null or organization_id = :only::uuid
                                order by organization_id, chain_position) b
                            on b.organization_id is not distinct from c.organization_id
                        where :only::uuid is null or c.organization_id = :only::uuid
                        on conflict (organization_id) do update set checked_at = excluded.checked_at,
                            length = excluded.length, linked_until = excluded.linked_until,
                            broken_at = excluded.broken_at, kind = excluded.kind""")
                        .param("now", OffsetDateTime.now(clock))
                        .param("only", only)
                        .update()));
    }

    List<Break> verify() {
        return Acting.as(
                Actor.PRODUCT,
                () -> transaction.execute(status -> jdbc.sql(
                                "select organization_id, chain_position, entry_id, kind from audit.breaks order by 1, 2")
                        .query(Break.class)
                        .list()));
    }
}
