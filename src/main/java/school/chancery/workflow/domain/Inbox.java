package school.chancery.workflow.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person's open tasks in the active organization, straight from the engine's tables by the house's own rule. The way
 * in is always the person and their groups of one organization, so the tasks of all the others cost nothing.
 */
@Repository
@Transactional(readOnly = true)
public class Inbox {
    public static final int PAGE = 20;

    /**
     * The rule is {@link TaskRow#standingOf}: whoever lost the role since taking a task has lost the task. The engine's
     * own due date is the same moment as the deadline, and comes with the row: joining the deadlines took nine tenths
     * of the time.
     */
    private static final String MINE = """
            with offered as (
                select l.task_id_, bool_or(l.user_id_ is not null) as by_name, bool_or(l.group_id_ is not null) as by_role
                from engine.act_ru_identitylink l
                where l.type_ = 'candidate' and l.task_id_ is not null
                  and (l.user_id_ = :me or l.group_id_ in (:groups))
                group by l.task_id_
            ), given as (
                select t.id_ from engine.act_ru_task t
                where t.assignee_ = :me and not exists (
                    select from engine.act_ru_identitylink l where l.task_id_ = t.id_ and l.type_ = 'candidate')
            ), mine as (
                select t.id_ as id, t.create_time_ as created_at, t.due_date_ as due_at,
                    coalesce(t.due_date_ < :now, false) as overdue, t.assignee_ is null as free,
                    coalesce(t.assignee_ = :me, false) as held, m.by_name, m.by_role
                from (select * from offered union all select g.id_, false, false from given g) m
                join engine.act_ru_task t on t.id_ = m.task_id_
                where t.tenant_id_ = :tenant and t.suspension_state_ = 1
            )
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What of it is looked at. */
    public enum Tab {
        /** Everything the person can work on now. */
        ALL("held or free"),
        /** Taken, or offered to the person by name. */
        MINE("held or (free and by_name)"),
        /** Offered to a role of the person, also what a colleague of that role has taken. */
        ROLE("by_role and not held"),
        OVERDUE("overdue and (held or free)");

        private final String condition;

        Tab(String condition) {
            this.condition = condition;
        }
    }

    /** By what it is sorted; tasks without a term come last. */
    public enum Order {
        DUE_ASC("due_at nulls last, created_at, id"),
        DUE_DESC("due_at desc nulls last, created_at, id"),
        CREATED_ASC("created_at, id"),
        CREATED_DESC("created_at desc, id");

        private final String columns;

        Order(String columns) {
            this.columns = columns;
        }
    }

    /** How many there are on each tab. */
    public Counts counts(Owner owner) {
        return bind(owner, MINE + """
                select count(*) filter (where %s) as total, count(*) filter (where %s) as mine,
                    count(*) filter (where %s) as of_role, count(*) filter (where %s) as overdue
                from mine""".formatted(conditions()))
                .query(Counts.class)
                .single();
    }

    private static Object[] conditions() {
        return Arrays.stream(Tab.values()).map(tab -> tab.condition).toArray();
    }

    /** One page of {@value #PAGE} lines at most. */
    public List<Line> page(Owner owner, Tab tab, Order order, int number) {
        return bind(owner, MINE + """
                select m.id, t.proc_def_id_ as definition_id, t.task_def_key_ as task_key, t.name_ as name,
                    t.proc_inst_id_ as instance_id, p.name_ as process, coalesce(c.label, '') as label,
                    m.created_at, m.due_at, t.assignee_ as assignee, m.held, m.free, m.by_name as named,
                    (select string_agg(l.group_id_, ',' order by l.group_id_) from engine.act_ru_identitylink l
                        where l.task_id_ = m.id and l.type_ = 'candidate') as groups
                from (select * from mine where %1$s order by %2$s limit :limit offset :offset) m
                join engine.act_ru_task t on t.id_ = m.id
                join engine.act_re_procdef p on p.id_ = t.proc_def_id_
                left join workflow.cases c on c.process_instance_id = t.proc_inst_id_
                order by %2$s""".formatted(tab.condition, order.columns))
                .param("limit", PAGE)
                .param("offset", (long) number * PAGE)
                .query(Line.class)
                .list();
    }

    private JdbcClient.StatementSpec bind(Owner owner, String sql) {
        return jdbc.sql(sql)
                .param("me", owner.accountId().toString())
                .param("tenant", owner.organizationCode())
                .param("groups", owner.groups().isEmpty() ? Set.of("") : owner.groups())
                .param("now", Timestamp.from(clock.instant()));
    }

    /** Whose inbox it is: the person in the active organization, with the groups held there. */
    public record Owner(UUID accountId, String organizationCode, Set<String> groups) {}

    public record Counts(int total, int mine, int ofRole, int overdue) {
        public int of(Tab tab) {
            return switch (tab) {
                case ALL -> total;
                case MINE -> mine;
                case ROLE -> ofRole;
                case OVERDUE -> overdue;
            };
        }
    }

    /**
     * One task in the list.
     *
     * @param held by this person
     * @param free nobody has it
     * @param named it is offered to this person by name
     * @param groups those it is offered to, with commas
     */
    public record Line(
            String id,
            String definitionId,
            String taskKey,
            String name,
            String instanceId,
            String process,
            String label,
            Instant createdAt,
            @Nullable Instant dueAt,
            @Nullable String assignee,
            boolean held,
            boolean free,
            boolean named,
            @Nullable String groups) {}
}
