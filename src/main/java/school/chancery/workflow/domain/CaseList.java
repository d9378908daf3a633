package school.chancery.workflow.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Cases to look through, the newest first; what another case has called stands inside that one and not here. */
@Repository
@Transactional(readOnly = true)
public class CaseList {
    public static final int PAGE = 20;

    private static final String LATE = """
            exists (select from engine.act_ru_execution e join engine.act_ru_task t on t.execution_id_ = e.id_
                where e.root_proc_inst_id_ = c.process_instance_id and t.due_date_ < :now)""";
    private static final String BROKEN = """
            c.process_instance_id in (select h.root_proc_inst_id_ from workflow.incidents i
                join engine.act_hi_procinst h on h.proc_inst_id_ = i.process_instance_id where i.state = 'OPEN')""";

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How a case stands. */
    public enum State {
        RUNNING("exists (select from engine.act_ru_execution e where e.id_ = c.process_instance_id)"),
        FINISHED("not exists (select from engine.act_ru_execution e where e.id_ = c.process_instance_id)"),
        LATE(CaseList.LATE),
        BROKEN(CaseList.BROKEN);

        private final String condition;

        State(String condition) {
            this.condition = condition;
        }
    }

    public int count(Search search) {
        return bind(search, "select count(*) from workflow.cases c where " + conditions(search))
                .query(Integer.class)
                .single();
    }

    /** One page of {@value #PAGE} lines at most. */
    public List<Line> page(Search search, int number) {
        return bind(search, """
                select c.process_instance_id as id, c.organization_id, c.label, p.name_ as process, c.started_at,
                    h.end_time_ as ended_at, h.state_ as state,
                    (select string_agg(distinct t.name_, ', ' order by t.name_)
                        from engine.act_ru_execution e join engine.act_ru_task t on t.execution_id_ = e.id_
                        where e.root_proc_inst_id_ = c.process_instance_id) as tasks,
                    %s as late, %s as broken
                from (select * from workflow.cases c where %s
                    order by c.started_at desc, c.id limit :limit offset :offset) c
                join engine.act_hi_procinst h on h.proc_inst_id_ = c.process_instance_id
                join engine.act_re_procdef p on p.id_ = h.proc_def_id_
                order by c.started_at desc, c.id""".formatted(LATE, BROKEN, conditions(search)))
                .param("limit", PAGE)
                .param("offset", (long) number * PAGE)
                .query(Line.class)
                .list();
    }

    /** The processes there are, by name. */
    public List<ProcessName> processes() {
        return jdbc.sql("""
                select key, name from (
                    select distinct on (key_) key_ as key, name_ as name from engine.act_re_procdef
                    order by key_, version_ desc) newest
                order by name""").query(ProcessName.class).list();
    }

    private static String conditions(Search search) {
        var all = new ArrayList<String>();
        all.add("c.parent_instance_id is null and c.organization_id in (:organizations)");
        if (search.text() != null) all.add("c.label ilike :text");
        if (search.processKey() != null) all.add("c.process_key = :process");
        if (search.state() != null) all.add(search.state().condition);
        return String.join(" and ", all);
    }

    private JdbcClient.StatementSpec bind(Search search, String sql) {
        return jdbc.sql(sql)
                .param("organizations", search.organizationIds().isEmpty() ? null : search.organizationIds())
                .param("text", search.text() == null ? null : "%" + escaped(search.text()) + "%")
                .param("process", search.processKey())
                .param("now", Timestamp.from(clock.instant()));
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }

    /** What is looked for; null = no matter which. */
    public record Search(
            Set<UUID> organizationIds,
            @Nullable String text,
            @Nullable String processKey,
            @Nullable State state) {}

    public record ProcessName(String key, String name) {}

    /**
     * One case in the list.
     *
     * @param state as the engine has it
     * @param tasks names of the open tasks, also of called cases
     */
    public record Line(
            String id,
            UUID organizationId,
            String label,
            String process,
            Instant startedAt,
            @Nullable Instant endedAt,
            String state,
            @Nullable String tasks,
            boolean late,
            boolean broken) {}
}
