package school.chancery.workflow.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.Organization;
import school.chancery.organization.WorkingDays;

/** Terms of tasks: the organization's own, else its district's, else the default; and the deadline each open task has by them. */
@Repository
@Transactional
public class TermBook {
    private final JdbcClient jdbc;
    private final WorkingDays calendar;
    private final Clock clock;

    TermBook(JdbcClient jdbc, WorkingDays calendar, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Counts the term of a task that comes up now; empty when nothing is set for it.
     *
     * @param latest the day the law leaves; null when the term alone counts
     */
    public Optional<Instant> set(
            String taskId,
            String processKey,
            String taskKey,
            String instanceId,
            Organization organization,
            @Nullable LocalDate latest) {
        return find(processKey, taskKey, organization).map(term -> {
            var today = clock.instant().atZone(organization.zone()).toLocalDate();
            var counted = term.from(today, organization.id(), organization.zone(), calendar);
            var dates = latest == null ? counted : counted.notAfter(latest, organization.zone());
            insert(taskId, processKey, taskKey, instanceId, organization.id(), dates, term.escalateTo());
            return dates.due();
        });
    }

    private Optional<Term> find(String processKey, String taskKey, Organization organization) {
        return jdbc.sql("""
                select amount, unit, remind_before, escalate_after, escalate_to from workflow.terms
                where process_key = :process and task_key = :task
                  and (organization_id in (:organization, :office) or organization_id is null)
                order by organization_id is null, organization_id = :organization desc limit 1""")
                .param("process", processKey)
                .param("task", taskKey)
                .param("organization", organization.id())
                .param("office", organization.districtOfficeId())
                .query(Term.class)
                .optional();
    }

    private void insert(
            String taskId,
            String processKey,
            String taskKey,
            String instanceId,
            UUID organizationId,
            Term.Dates dates,
            @Nullable String escalateTo) {
        jdbc.sql("""
                insert into workflow.deadlines (task_id, organization_id, process_instance_id, process_key, task_key,
                    due_at, remind_at, escalate_at, escalate_to)
                values (:task, :organization, :instance, :process, :key, :due, :remind, :escalate, :to)""")
                .param("task", taskId)
                .param("organization", organizationId)
                .param("instance", instanceId)
                .param("process", processKey)
                .param("key", taskKey)
                .param("due", utc(dates.due()))
                // A term of no days starts and ends on one day: the reminder is not later than its end.
                .param("remind", utc(dates.remind().isAfter(dates.due()) ? dates.due() : dates.remind()))
                .param("escalate", dates.escalate() == null ? null : utc(dates.escalate()))
                .param("to", escalateTo)
                .update();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
