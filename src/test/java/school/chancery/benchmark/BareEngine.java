package school.chancery.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import school.chancery.TestDatabase;

/**
 * The engine by itself with the product's own model: full history and the same tables on the same server, but no Spring,
 * no checks, no person, and delegates that do nothing.
 */
final class BareEngine implements AutoCloseable {
    private static final String MODEL = "processes/orders/issue-order.bpmn";

    private final TestDatabase database = TestDatabase.fresh();
    private final HikariDataSource pool = new HikariDataSource();
    private final ProcessEngine engine;

    BareEngine() {
        this(UnaryOperator.identity());
    }

    /** @param around what stands between the engine and its pool */
    BareEngine(UnaryOperator<DataSource> around) {
        pool.setDataSource(database.owner());
        pool.setSchema("engine");
        pool.setMaximumPoolSize(4);
        engine = configuration(around.apply(pool)).buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource(MODEL)
                .deploy();
    }

    private ProcessEngineConfigurationImpl configuration(DataSource source) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(source);
        configuration.setDatabaseType("postgres");
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setJobExecutorActivate(false);
        configuration.setIdGenerator(new org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator());
        configuration.setBeans(Map.of(
                // What the gateway behind it reads.
                "freezeOriginal",
                (JavaDelegate) step -> step.setVariable("signatureKind", "SIMPLE"),
                "registerOrder",
                (JavaDelegate) step -> {},
                "retry",
                new Retry()));
        return configuration;
    }

    /** The pathway that {@link OrderOffice} goes, with the same variables and the same claims. */
    void issueOrder() {
        var instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "issue-order",
                        UUID.randomUUID().toString(),
                        Map.of(
                                "organization", "school-27",
                                "caseLabel", "Проект приказа № 1",
                                "initiator", UUID.randomUUID().toString(),
                                "draftComplete", "false",
                                "calledByCase", "false"))
                .getId();
        complete(instance, Map.of());
        executeJob(instance);
        complete(instance, Map.of("signDecision", "SIGN"));
    }

    private void complete(String instance, Map<String, Object> variables) {
        var tasks = engine.getTaskService();
        var task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        tasks.claim(task.getId(), UUID.randomUUID().toString());
        tasks.complete(task.getId(), variables);
    }

    private void executeJob(String instance) {
        var management = engine.getManagementService();
        var job = management.createJobQuery().processInstanceId(instance).singleResult();
        management.executeJob(job.getId());
    }

    TestDatabase database() {
        return database;
    }

    /** Orders that went the whole way. */
    long finished() {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .completed()
                .count();
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }

    /** What the model asks for its retries. */
    public static final class Retry {
        public String quick() {
            return "R3/PT1M";
        }
    }
}
