package school.chancery.workflow.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What there is to repair in an organization: ids, processes and steps, nothing of what the cases are about. */
@Repository
@Transactional(readOnly = true)
public class Repairables {
    private static final int SHOWN = 50;

    private final JdbcClient jdbc;

    Repairables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Steps that failed and are not tried again by themselves, the oldest first. */
    public List<Failed> failed(UUID organizationId) {
        return jdbc.sql("""
                select j.id_ as job_id, j.process_instance_id_ as instance_id, c.process_key, d.act_id_ as element_id
                from engine.act_ru_job j
                join workflow.cases c on c.process_instance_id = j.process_instance_id_
                join engine.act_ru_jobdef d on d.id_ = j.job_def_id_
                where c.organization_id = :organization and j.retries_ = 0
                order by j.create_time_, j.id_ limit :shown""")
                .param("organization", organizationId)
                .param("shown", SHOWN)
                .query(Failed.class)
                .list();
    }

    /** Cases and called cases that stand still because somebody suspended them. */
    public List<Suspended> suspended(UUID organizationId) {
        return jdbc.sql("""
                select e.id_ as instance_id, c.process_key
                from engine.act_ru_execution e join workflow.cases c on c.process_instance_id = e.id_
                where c.organization_id = :organization and e.parent_id_ is null and e.suspension_state_ = 2
                order by c.started_at, e.id_ limit :shown""")
                .param("organization", organizationId)
                .param("shown", SHOWN)
                .query(Suspended.class)
                .list();
    }

    /** The running instance, when it is the organization's. */
    public Optional<String> instance(UUID organizationId, String instanceId) {
        return jdbc.sql("""
                select e.id_ from engine.act_ru_execution e join workflow.cases c on c.process_instance_id = e.id_
                where e.id_ = :instance and c.organization_id = :organization""")
                .param("instance", instanceId)
                .param("organization", organizationId)
                .query(String.class)
                .optional();
    }

    /** The failed job, when it is the organization's. */
    public Optional<String> job(UUID organizationId, String jobId) {
        return jdbc.sql("""
                select j.id_ from engine.act_ru_job j
                join workflow.cases c on c.process_instance_id = j.process_instance_id_
                where j.id_ = :job and j.retries_ = 0 and c.organization_id = :organization""")
                .param("job", jobId)
                .param("organization", organizationId)
                .query(String.class)
                .optional();
    }

    public record Failed(
            String jobId,
            String instanceId,
            String processKey,
            @Nullable String elementId) {}

    public record Suspended(String instanceId, String processKey) {}
}
