package school.chancery.workflow.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which of our cases the engine still runs; reads its tables only. */
@Repository
@Transactional
public class RunningCases {
    private final JdbcClient jdbc;

    RunningCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean isRunning(String instanceId) {
        return jdbc.sql("select 1 from engine.act_ru_execution where id_ = :instance")
                .param("instance", instanceId)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** There were cases about this aggregate, and none of them runs any more. */
    public boolean hasEnded(UUID businessKey) {
        return jdbc.sql("""
                select count(*) > 0 and count(e.id_) = 0
                from workflow.cases c left join engine.act_ru_execution e on e.id_ = c.process_instance_id
                where c.business_key = :key""").param("key", businessKey).query(Boolean.class).single();
    }

    /** The case about the aggregate that was started last. */
    public Optional<CaseRegister.Case> newestOf(UUID businessKey) {
        return jdbc.sql("""
                select process_key, business_key, organization_id, label, process_instance_id, started_by
                from workflow.cases where business_key = :key order by started_at desc limit 1""")
                .param("key", businessKey)
                .query(CaseRegister.Case.class)
                .optional();
    }
}
