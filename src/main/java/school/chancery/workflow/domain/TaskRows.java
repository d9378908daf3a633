package school.chancery.workflow.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the engine's open tasks, never writes them. The engine's own checks don't know the house rule that only the
 * assignee, or a candidate when there is none, may act: its query lets every candidate complete anybody's task.
 */
@Repository
@Transactional
public class TaskRows {
    private static final int SUSPENDED = 2;
    private static final String SELECT = """
            select t.id_, t.task_def_key_, t.name_, d.key_, t.proc_def_id_, t.proc_inst_id_, i.business_key_,
                t.tenant_id_, t.assignee_, t.suspension_state_,
                array(select l.user_id_ from engine.act_ru_identitylink l
                    where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.user_id_ is not null) as users,
                array(select l.group_id_ from engine.act_ru_identitylink l
                    where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null) as groups
            from engine.act_ru_task t
            join engine.act_re_procdef d on d.id_ = t.proc_def_id_
            join engine.act_ru_execution i on i.id_ = t.proc_inst_id_
            where t.id_ = :task and t.tenant_id_ is not null""";

    private final JdbcClient jdbc;

    TaskRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<TaskRow> find(String taskId) {
        return HeldTasks.here().find(taskId).or(() -> read(taskId, ""));
    }

    /** Kept from others until the transaction ends, as it is after whoever had it before. */
    public Optional<TaskRow> findAlone(String taskId) {
        var held = HeldTasks.here();
        return held.find(taskId).or(() -> read(taskId, " for update of t").map(held::hold));
    }

    /** The engine has changed it: what was read no longer stands. */
    public void changed(String taskId) {
        HeldTasks.here().letGo(taskId);
    }

    private Optional<TaskRow> read(String taskId, String lock) {
        return jdbc.sql(SELECT + lock)
                .param("task", taskId)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Whether such a task was there once, in an instance of this organization. */
    public boolean existed(String taskId, String tenant) {
        return jdbc.sql("select 1 from engine.act_hi_taskinst where id_ = :task and tenant_id_ = :tenant")
                .param("task", taskId)
                .param("tenant", tenant)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    public boolean isOpen(String processKey, UUID businessKey, String definitionKey) {
        return jdbc.sql("""
                select 1 from workflow.cases c join engine.act_ru_task t on t.proc_inst_id_ = c.process_instance_id
                where c.process_key = :process and c.business_key = :business and t.task_def_key_ = :task limit 1""")
                .param("process", processKey)
                .param("business", businessKey)
                .param("task", definitionKey)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private static TaskRow read(ResultSet row) throws SQLException {
        var businessKey = row.getString(7);
        return new TaskRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                businessKey == null ? null : UUID.fromString(businessKey),
                row.getString(8),
                row.getString(9),
                row.getInt(10) == SUSPENDED,
                names(row.getArray(11)),
                names(row.getArray(12)));
    }

    private static Set<String> names(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
