package school.chancery.workflow.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.workflow.domain.SettledTerm.Source;
import school.chancery.workflow.domain.Term.Unit;

/** The terms an organization sets for itself in place of the defaults; a district's hold for its schools as well. */
@Repository
@Transactional
public class TermOverrides {
    /** Longest own term, reminder and escalation, in days. */
    public static final int LONGEST = 365;

    private static final String IN_FORCE = """
            select d.process_key, d.task_key, d.amount as law_amount, d.unit as law_unit, d.remind_before as law_remind,
                t.amount, t.unit, t.remind_before, t.escalate_after, t.escalate_to,
                case when t.organization_id is null then 'DEFAULT' when t.organization_id = :organization then 'OWN'
                    else 'DISTRICT' end as source
            from workflow.terms d
            cross join lateral (
                select * from workflow.terms o
                where o.process_key = d.process_key and o.task_key = d.task_key
                  and (o.organization_id in (:organization, :office) or o.organization_id is null)
                order by o.organization_id is null, o.organization_id = :organization desc limit 1) t
            where d.organization_id is null
            """;

    private final JdbcClient jdbc;
    private final Audit audit;

    TermOverrides(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Every task that has a term, by process and task. */
    @Transactional(readOnly = true)
    public List<SettledTerm> all(UUID organizationId, @Nullable UUID officeId) {
        return jdbc.sql(IN_FORCE + " order by d.process_key, d.task_key")
                .param("organization", organizationId)
                .param("office", officeId)
                .query(TermOverrides::read)
                .list();
    }

    /** One of them; empty for a task that has none. */
    @Transactional(readOnly = true)
    public Optional<SettledTerm> find(UUID organizationId, @Nullable UUID officeId, String processKey, String taskKey) {
        return jdbc.sql(IN_FORCE + " and d.process_key = :process and d.task_key = :task")
                .param("organization", organizationId)
                .param("office", officeId)
                .param("process", processKey)
                .param("task", taskKey)
                .query(TermOverrides::read)
                .optional();
    }

    /** Sets the organization's own term; tasks that are open keep the dates they have. Audited. */
    public void put(UUID organizationId, SettledTerm before, Term term) {
        jdbc.sql("""
                insert into workflow.terms (organization_id, process_key, task_key, amount, unit, remind_before,
                    escalate_after, escalate_to)
                values (:organization, :process, :task, :amount, :unit, :remind, :after, :to)
                on conflict (process_key, task_key, organization_id) do update set amount = excluded.amount,
                    unit = excluded.unit, remind_before = excluded.remind_before,
                    escalate_after = excluded.escalate_after, escalate_to = excluded.escalate_to""")
                .param("organization", organizationId)
                .param("process", before.processKey())
                .param("task", before.taskKey())
                .param("amount", term.amount())
                .param("unit", term.unit().name())
                .param("remind", term.remindBefore())
                .param("after", term.escalateAfter())
                .param("to", term.escalateTo())
                .update();
        audit.record(entry("workflow.term-set", organizationId, before)
                .with("before", words(before.term()))
                .with("term", words(term)));
    }

    /** Gives the own term up; false when there was none. Audited. */
    public boolean clear(UUID organizationId, SettledTerm before) {
        var cleared = jdbc.sql("""
                delete from workflow.terms
                where organization_id = :organization and process_key = :process and task_key = :task""")
                .param("organization", organizationId)
                .param("process", before.processKey())
                .param("task", before.taskKey())
                .update();
        if (cleared > 0)
            audit.record(entry("workflow.term-cleared", organizationId, before).with("before", words(before.term())));
        return cleared > 0;
    }

    private static AuditEntry entry(String action, UUID organizationId, SettledTerm term) {
        return AuditEntry.of(action, organizationId, "organization", organizationId)
                .with("process", term.processKey())
                .with("task", term.taskKey());
    }

    private static String words(Term term) {
        return "%d %s -%d +%s %s"
                .formatted(term.amount(), term.unit(), term.remindBefore(), term.escalateAfter(), term.escalateTo());
    }

    private static SettledTerm read(ResultSet row, int number) throws SQLException {
        var unit = Unit.valueOf(row.getString("law_unit"));
        var law = new Term(row.getInt("law_amount"), unit, row.getInt("law_remind"), null, null);
        return new SettledTerm(
                row.getString("process_key"),
                row.getString("task_key"),
                new Term(
                        row.getInt("amount"),
                        Unit.valueOf(row.getString("unit")),
                        row.getInt("remind_before"),
                        row.getObject("escalate_after", Integer.class),
                        row.getString("escalate_to")),
                Source.valueOf(row.getString("source")),
                unit == Unit.CALENDAR_DAYS ? law : null);
    }
}
