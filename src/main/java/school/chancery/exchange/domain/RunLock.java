package school.chancery.exchange.domain;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says of an import that somebody is at it, on whatever node: held by the working transaction itself, so it is gone the
 * moment that node dies.
 */
@Component
class RunLock {
    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    RunLock(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void take(UUID importId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('exchange.import:' || ?::text, 0))")
                .params(importId)
                .query()
                .singleRow();
    }

    /** As the register's own verbs do: what is checked from here on stays true until the commit. */
    void takeRegister(UUID organizationId) {
        jdbc.sql("select id from organization.organizations where id = ? for no key update")
                .params(organizationId)
                .query()
                .singleRow();
    }

    /** In a transaction of its own, so that others see it while the work goes on. */
    void apart(Runnable note) {
        apart.executeWithoutResult(status -> note.run());
    }
}
