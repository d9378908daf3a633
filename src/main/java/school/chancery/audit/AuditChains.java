package school.chancery.audit;

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

    AuditChains(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
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
        for (var found : verify())
            LOG.error(
                    "Audit chain of organization {} broken at {}: {} (entry {})",
                    found.organizationId(),
                    found.chainPosition(),
                    found.kind(),
                    found.entryId());
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
