package school.chancery.workflow.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.organization.Organizations;
import school.chancery.workflow.domain.IncidentRegister.Incident;

/** Looks for failures that the engine knows of and no person was told: whatever way they came, none stays unseen. */
@Component
public class UnseenIncidents {
    private final JdbcClient jdbc;
    private final IncidentRegister incidents;
    private final Organizations organizations;
    private final TransactionTemplate transactions;

    UnseenIncidents(
            JdbcClient jdbc,
            IncidentRegister incidents,
            Organizations organizations,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.organizations = organizations;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelayString = "${chancery.incidents.interval:PT10M}")
    public void run() {
        Acting.as(Actor.PRODUCT, () -> transactions.executeWithoutResult(status -> find().forEach(this::note)));
    }

    private List<Unseen> find() {
        return jdbc.sql("""
                select i.configuration_ as job, i.tenant_id_ as tenant, i.proc_inst_id_ as instance,
                    i.activity_id_ as element, d.key_ as process, e.business_key_ as business, i.incident_msg_ as kinds
                from engine.act_ru_incident i
                join engine.act_re_procdef d on d.id_ = i.proc_def_id_
                join engine.act_ru_execution e on e.id_ = i.proc_inst_id_
                where i.incident_type_ = 'failedJob' and i.id_ = i.root_cause_incident_id_ and i.tenant_id_ is not null
                  and not exists (select from workflow.incidents n where n.job_id = i.configuration_
                    and (n.state = 'OPEN' or n.occurred_at >= i.incident_timestamp_::timestamptz - interval '1 minute'))""").query(Unseen.class).list();
    }

    private void note(Unseen unseen) {
        incidents.note(new Incident(
                UUID.randomUUID(),
                organizations.requireByCode(unseen.tenant()).id(),
                IncidentRegister.Kind.JOB.name(),
                unseen.process(),
                unseen.instance(),
                unseen.element(),
                unseen.business() == null ? null : UUID.fromString(unseen.business()),
                unseen.job(),
                null,
                IncidentCause.of(unseen.kinds()).name()));
    }

    private record Unseen(
            String job,
            String tenant,
            String instance,
            @Nullable String element,
            String process,
            @Nullable String business,
            @Nullable String kinds) {}
}
