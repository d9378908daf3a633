package school.chancery.workflow.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** A case with all it has called, running or finished; read from the engine's tables. */
@Repository
@Transactional(readOnly = true)
public class CaseTree {
    private final JdbcClient jdbc;

    CaseTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All instances of the tree that this one stands in, the root first; empty when there is no such instance. */
    public List<Instance> around(String instanceId) {
        return jdbc.sql("""
                select i.proc_inst_id_ as id, i.proc_def_id_ as definition_id, i.proc_def_key_ as process_key,
                    i.tenant_id_ as tenant, i.start_time_ as started_at, i.end_time_ as ended_at,
                    c.business_key, coalesce(c.label, '') as label, c.started_by,
                    i.proc_inst_id_ = i.root_proc_inst_id_ as root
                from engine.act_hi_procinst i
                left join workflow.cases c on c.process_instance_id = i.proc_inst_id_
                where i.root_proc_inst_id_ =
                    (select s.root_proc_inst_id_ from engine.act_hi_procinst s where s.proc_inst_id_ = :instance)
                  and i.tenant_id_ is not null
                order by i.proc_inst_id_ <> i.root_proc_inst_id_, i.start_time_""").param("instance", instanceId).query(Instance.class).list();
    }

    /** Open tasks of the tree, oldest first. */
    public List<Task> openTasks(Collection<String> instanceIds) {
        if (instanceIds.isEmpty()) return List.of();
        return jdbc.sql("""
                select t.id_ as id, t.task_def_key_ as task_key, t.name_ as name, t.proc_inst_id_ as instance_id,
                    t.assignee_ as assignee, t.create_time_ as created_at, d.due_at,
                    (select string_agg(l.group_id_, ',' order by l.group_id_) from engine.act_ru_identitylink l
                        where l.task_id_ = t.id_ and l.type_ = 'candidate') as groups,
                    (select string_agg(l.user_id_, ',') from engine.act_ru_identitylink l
                        where l.task_id_ = t.id_ and l.type_ = 'candidate') as users
                from engine.act_ru_task t left join workflow.deadlines d on d.task_id = t.id_
                where t.proc_inst_id_ in (:instances) order by t.create_time_""").param("instances", instanceIds).query(Task.class).list();
    }

    /** Steps at which the instances stand now. */
    public List<Step> present(Collection<String> instanceIds) {
        if (instanceIds.isEmpty()) return List.of();
        return jdbc.sql("""
                select distinct e.proc_inst_id_ as instance_id, e.act_id_ as element_id from engine.act_ru_execution e
                where e.proc_inst_id_ in (:instances) and e.act_id_ is not null""").param("instances", instanceIds).query(Step.class).list();
    }

    /** One instance of the tree. */
    public record Instance(
            String id,
            String definitionId,
            String processKey,
            String tenant,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable UUID businessKey,
            String label,
            @Nullable UUID startedBy,
            boolean root) {}

    /** One open task of the tree. */
    public record Task(
            String id,
            String taskKey,
            String name,
            String instanceId,
            @Nullable String assignee,
            Instant createdAt,
            @Nullable Instant dueAt,
            @Nullable String groups,
            @Nullable String users) {}

    /** Where an instance stands. */
    public record Step(String instanceId, String elementId) {}
}
