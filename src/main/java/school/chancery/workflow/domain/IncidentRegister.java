package school.chancery.workflow.domain;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.workflow.Facts;
import school.chancery.workflow.NewCase;

/** Failures that need a person: each has a row, and a case in its organization asks somebody to look at it. */
@Repository
@Transactional
public class IncidentRegister {
    public static final String RESOLVE_INCIDENT = "resolve-incident";
    private static final String FOUND = "workflow.incident-found";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Facts facts;

    IncidentRegister(JdbcClient jdbc, Clock clock, Facts facts) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.facts = facts;
    }

    /** Notes a failure and asks for a case about it; one that is open already is not noted again. */
    public void note(Incident incident) {
        if (insert(incident) == 0 || RESOLVE_INCIDENT.equals(incident.processKey())) return;
        facts.start(
                FOUND,
                new NewCase(RESOLVE_INCIDENT, incident.id(), incident.organizationId(), label(incident), List.of()));
    }

    private int insert(Incident incident) {
        return jdbc.sql("""
                insert into workflow.incidents (id, organization_id, kind, process_key, process_instance_id,
                    element_key, business_key, job_id, fact_id, cause, occurred_at, state)
                values (:id, :organizationId, :kind, :processKey, :processInstanceId, :elementKey, :businessKey, :jobId,
                    :factId, :cause, :at, 'OPEN')
                on conflict do nothing""")
                .param("id", incident.id())
                .param("organizationId", incident.organizationId())
                .param("kind", incident.kind())
                .param("processKey", incident.processKey())
                .param("processInstanceId", incident.processInstanceId())
                .param("elementKey", incident.elementKey())
                .param("businessKey", incident.businessKey())
                .param("jobId", incident.jobId())
                .param("factId", incident.factId())
                .param("cause", incident.cause())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String label(Incident incident) {
        return "Сбой № " + incident.id().toString().substring(0, 8);
    }

    public Optional<Incident> find(UUID id) {
        return jdbc.sql("select * from workflow.incidents where id = :id")
                .param("id", id)
                .query(Incident.class)
                .optional();
    }

    public List<Incident> openOf(Collection<String> instanceIds) {
        if (instanceIds.isEmpty()) return List.of();
        return jdbc.sql("select * from workflow.incidents where process_instance_id in (:instances) and state = 'OPEN'")
                .param("instances", instanceIds)
                .query(Incident.class)
                .list();
    }

    /** Settles an open one; false when it was settled before. */
    public boolean settle(UUID id, Outcome outcome) {
        return jdbc.sql(
                                "update workflow.incidents set state = :state, settled_at = :at where id = :id and state = 'OPEN'")
                        .param("state", outcome.name())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The engine's own incident went away: the job ran after all, or its case ended. */
    public void gone(String jobId) {
        jdbc.sql(
                        "update workflow.incidents set state = 'GONE', settled_at = :at where job_id = :job and state = 'OPEN'")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("job", jobId)
                .update();
    }

    public enum Kind {
        JOB,
        FACT
    }

    public enum Outcome {
        RETRIED,
        CLOSED
    }

    /** A failure; ids only. */
    public record Incident(
            UUID id,
            UUID organizationId,
            String kind,
            String processKey,
            @Nullable String processInstanceId,
            @Nullable String elementKey,
            @Nullable UUID businessKey,
            @Nullable String jobId,
            @Nullable UUID factId,
            String cause) {}
}
