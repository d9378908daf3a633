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
    /** What a case page shows of the past at most; the oldest is kept, a loop that runs on is cut off. */
    private static final int STEPS = 500;

    private final JdbcClient jdbc;

    CaseTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All instances of the tree that this one stands in, the root first; empty when there is none, or it belongs to an
     * organization the actor does not see.
     */
    public List<Instance> around(String instanceId) {
        return jdbc.sql("""
                select i.proc_inst_id_ as id, i.proc_def_id_ as definition_id, i.proc_def_key_ as process_key,
                    i.start_time_ as started_at, i.end_time_ as ended_at, i.state_ as state, c.organization_id,
                    c.business_key, c.label, c.started_by, i.proc_inst_id_ = i.root_proc_inst_id_ as root
                from engine.act_hi_procinst i
                join workflow.cases c on c.process_instance_id = i.proc_inst_id_
                where i.root_proc_inst_id_ =
                    (select s.root_proc_inst_id_ from engine.act_hi_procinst s where s.proc_inst_id_ = :instance)
                order by i.proc_inst_id_ <> i.root_proc_inst_id_, i.start_time_""").param("instance", instanceId).query(Instance.class).list();
    }

    /** Open tasks of the tree, oldest first. */
    public List<Task> openTasks(Collection<String> instanceIds) {
        return jdbc.sql("""
                select t.id_ as id, t.task_def_key_ as task_key, t.name_ as name, t.proc_inst_id_ as instance_id,
                    t.assignee_ as assignee, t.create_time_ as created_at, d.due_at,
                    (select string_agg(l.group_id_, ',' order by l.group_id_) from engine.act_ru_identitylink l
                        where l.task_id_ = t.id_ and l.type_ = 'candidate') as groups,
                    (select string_agg(l.user_id_, ',' order by l.user_id_) from engine.act_ru_identitylink l
                        where l.task_id_ = t.id_ and l.type_ = 'candidate') as users
                from engine.act_ru_task t left join workflow.deadlines d on d.task_id = t.id_
                where t.proc_inst_id_ in (:instances) order by t.create_time_, t.id_""").param("instances", instanceIds).query(Task.class).list();
    }

    /** What was done and what is under way, in the order it began; gateways are no steps. */
    public List<Step> steps(Collection<String> instanceIds) {
        return jdbc.sql("""
                select a.proc_inst_id_ as instance_id, a.act_id_ as element_id, a.act_type_ as type,
                    a.start_time_ as started_at, a.end_time_ as ended_at, a.act_inst_state_ = 2 as cancelled,
                    a.task_id_ as task_id
                from engine.act_hi_actinst a
                where a.proc_inst_id_ in (:instances)
                  and (a.end_time_ is null or a.act_type_ not like '%Gateway') and a.act_type_ <> 'multiInstanceBody'
                order by a.start_time_, a.sequence_counter_ limit :limit""")
                .param("instances", instanceIds)
                .param("limit", STEPS)
                .query(Step.class)
                .list();
    }

    /** What the engine has before it: timers, steps about to be done, steps to be tried again. */
    public List<Job> jobs(Collection<String> instanceIds) {
        return jdbc.sql("""
                select j.process_instance_id_ as instance_id, d.act_id_ as element_id, j.type_ = 'timer' as timer,
                    j.duedate_ as due_at, j.exception_stack_id_ is not null as failed, j.retries_ as retries
                from engine.act_ru_job j join engine.act_ru_jobdef d on d.id_ = j.job_def_id_
                where j.process_instance_id_ in (:instances) order by j.duedate_ nulls first, j.id_""").param("instances", instanceIds).query(Job.class).list();
    }

    /**
     * One instance of the tree.
     *
     * @param state as the engine has it: {@code ACTIVE}, {@code COMPLETED}, …
     */
    public record Instance(
            String id,
            String definitionId,
            String processKey,
            Instant startedAt,
            @Nullable Instant endedAt,
            String state,
            UUID organizationId,
            UUID businessKey,
            String label,
            @Nullable UUID startedBy,
            boolean root) {}

    /** One open task of the tree; groups and users it is offered to, with commas. */
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

    /**
     * One step taken or under way.
     *
     * @param type as the engine names it: {@code userTask}, {@code noneEndEvent}, …
     */
    public record Step(
            String instanceId,
            String elementId,
            String type,
            Instant startedAt,
            @Nullable Instant endedAt,
            boolean cancelled,
            @Nullable String taskId) {}

    /** One job of the engine. */
    public record Job(
            String instanceId,
            String elementId,
            boolean timer,
            @Nullable Instant dueAt,
            boolean failed,
            int retries) {}
}
