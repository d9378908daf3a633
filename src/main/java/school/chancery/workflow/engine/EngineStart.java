package school.chancery.workflow.engine;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;

/**
 * Brings models, grants and filters to what this build of the product has, before the web server and the job executor
 * start. Nodes that start together take turns.
 */
@Component
class EngineStart implements SmartInitializingSingleton {
    private final Models models;
    private final Grants grants;
    private final TaskFilters filters;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    EngineStart(Models models, Grants grants, TaskFilters filters, JdbcClient jdbc, TransactionTemplate transactions) {
        this.models = models;
        this.grants = grants;
        this.filters = filters;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Acting.as(
                Actor.PRODUCT,
                () -> transactions.executeWithoutResult(status -> {
                    jdbc.sql("select pg_advisory_xact_lock(hashtext('workflow.start'))")
                            .query()
                            .singleRow();
                    models.deploy();
                    grants.establish();
                    filters.establish();
                }));
    }
}
