package school.chancery.workflow.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;

/**
 * Finds the tasks whose reminder or escalation is due, now or since the product last ran, and owes the mails. The row
 * per task and stage and the mails commit together: each is told once, by whichever node comes first.
 */
@Component
public class ReminderScan {
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final ReminderMails mails;

    ReminderScan(JdbcClient jdbc, Clock clock, TransactionTemplate transactions, ReminderMails mails) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transactions = transactions;
        this.mails = mails;
    }

    @Scheduled(fixedDelayString = "${chancery.reminders.interval:PT5M}")
    public void run() {
        Acting.as(Actor.PRODUCT, () -> {
            while (batch() == AT_ONCE) {
                continue;
            }
            transactions.executeWithoutResult(status -> forgetFinished());
        });
    }

    private int batch() {
        var noted = transactions.execute(status -> {
            var due = note();
            mails.owe(due);
            return due.size();
        });
        return noted == null ? 0 : noted;
    }

    // An overdue task that was never reminded of is escalated and not reminded of as well: one mail is enough.
    private List<Due> note() {
        return jdbc.sql("""
                with due as (
                    select d.task_id, 'ESCALATE' as stage, d.organization_id from workflow.deadlines d
                    where d.escalate_at <= :now
                      and not exists (select from workflow.reminders r where r.task_id = d.task_id and r.stage = 'ESCALATE')
                    union all
                    select d.task_id, 'REMIND', d.organization_id from workflow.deadlines d
                    where d.remind_at <= :now and (d.escalate_at is null or d.escalate_at > :now)
                      and not exists (select from workflow.reminders r where r.task_id = d.task_id and r.stage = 'REMIND')
                ), noted as (
                    insert into workflow.reminders (task_id, stage, organization_id, noted_at)
                    select due.task_id, due.stage, due.organization_id, :now
                    from due join engine.act_ru_task t on t.id_ = due.task_id
                    order by due.task_id limit :limit
                    on conflict do nothing
                    returning task_id, stage
                )
                select n.task_id, n.stage, d.organization_id, d.process_instance_id, d.due_at, d.escalate_to,
                    t.name_ as task_name, t.assignee_ as assignee, coalesce(c.label, '') as label,
                    (select string_agg(l.group_id_, ',') from engine.act_ru_identitylink l
                        where l.task_id_ = n.task_id and l.type_ = 'candidate') as groups,
                    (select string_agg(l.user_id_, ',') from engine.act_ru_identitylink l
                        where l.task_id_ = n.task_id and l.type_ = 'candidate') as users
                from noted n
                join workflow.deadlines d on d.task_id = n.task_id
                join engine.act_ru_task t on t.id_ = n.task_id
                left join workflow.cases c on c.process_instance_id = d.process_instance_id""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("limit", AT_ONCE)
                .query(Due.class)
                .list();
    }

    private void forgetFinished() {
        jdbc.sql("""
                delete from workflow.deadlines d
                where d.remind_at <= :now and not exists (select from engine.act_ru_task t where t.id_ = d.task_id)""").param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    /** One stage of one task that is due to be told. */
    public record Due(
            String taskId,
            String stage,
            UUID organizationId,
            String processInstanceId,
            Instant dueAt,
            @Nullable String escalateTo,
            String taskName,
            @Nullable String assignee,
            String label,
            @Nullable String groups,
            @Nullable String users) {
        boolean isEscalation() {
            return stage.equals("ESCALATE");
        }
    }
}
