package school.chancery.workflow.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person's open tasks in the active organization, straight from the engine's tables by the house's own rule. Two
 * statements whatever the number of tasks: the way in is always the person or their groups of one organization.
 */
@Repository
@Transactional(readOnly = true)
public class Inbox {
    public static final int PAGE = 20;
    private static final int COUNT_UP_TO = 999;

    private static final String MINE = "select t.id_ from engine.act_ru_task t"
            + " where t.assignee_ = :me and t.tenant_id_ = :tenant and t.suspension_state_ = 1";
    private static final String OFFERED = "select t.id_ from engine.act_ru_task t"
            + " where t.assignee_ is null and t.tenant_id_ = :tenant and t.suspension_state_ = 1"
            + " and exists (select from engine.act_ru_identitylink l where l.task_id_ = t.id_ and l.type_ = 'candidate'"
            + " and (l.group_id_ in (:groups) or l.user_id_ = :me))";
    private static final String OVERDUE = "select x.id_ from ((" + MINE + ") union all (" + OFFERED
            + ")) x join workflow.deadlines o on o.task_id = x.id_ and o.due_at < :now";

    private final JdbcClient jdbc;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public enum Tab {
        MINE(Inbox.MINE),
        OFFERED(Inbox.OFFERED),
        OVERDUE(Inbox.OVERDUE);

        private final String tasks;

        Tab(String tasks) {
            this.tasks = tasks;
        }
    }

    /**
     * One page, the most urgent first.
     *
     * @param after the last line of the page before; null for the first page
     */
    public List<Line> page(Owner owner, Tab tab, @Nullable Place after) {
        return bind(owner, """
                select t.id_ as id, t.name_ as name, coalesce(c.label, '') as label, t.create_time_ as created_at,
                    d.due_at, d.due_at < :now as overdue, t.assignee_ is not null as taken
                from (%s) mine
                join engine.act_ru_task t on t.id_ = mine.id_
                left join workflow.deadlines d on d.task_id = t.id_
                left join workflow.cases c on c.process_instance_id = t.proc_inst_id_
                where (coalesce(d.due_at, 'infinity'), t.id_) > (:afterDue, :afterId)
                order by coalesce(d.due_at, 'infinity'), t.id_ limit :limit""".formatted(tab.tasks))
                .param("afterDue", after == null || after.dueAt() == null ? never(after) : utc(after.dueAt()))
                .param("afterId", after == null ? "" : after.id())
                .param("limit", PAGE + 1)
                .query(Line.class)
                .list();
    }

    // A page after a task without a term goes on among those without; the first page begins before all.
    private static OffsetDateTime never(@Nullable Place after) {
        return after == null ? OffsetDateTime.MIN : OffsetDateTime.MAX;
    }

    /** How many there are on each tab, counted up to 999. */
    public Counts counts(Owner owner) {
        return bind(owner, """
                select (select count(*) from (%s limit :limit) a) as mine,
                    (select count(*) from (%s limit :limit) b) as offered,
                    (select count(*) from (%s limit :limit) c) as overdue""".formatted(MINE, OFFERED, OVERDUE))
                .param("limit", COUNT_UP_TO)
                .query(Counts.class)
                .single();
    }

    private JdbcClient.StatementSpec bind(Owner owner, String sql) {
        return jdbc.sql(sql)
                .param("me", owner.accountId().toString())
                .param("tenant", owner.organizationCode())
                .param("groups", owner.groups().isEmpty() ? Set.of("") : owner.groups())
                .param("now", utc(clock.instant()));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /** Whose inbox it is: the person in the active organization, with the groups held there. */
    public record Owner(UUID accountId, String organizationCode, Set<String> groups) {}

    /** Where a page ends. */
    public record Place(@Nullable Instant dueAt, String id) {}

    public record Counts(int mine, int offered, int overdue) {}

    /** One task in the list. */
    public record Line(
            String id,
            String name,
            String label,
            Instant createdAt,
            @Nullable Instant dueAt,
            @Nullable Boolean overdue,
            boolean taken) {
        public Place place() {
            return new Place(dueAt, id);
        }
    }
}
