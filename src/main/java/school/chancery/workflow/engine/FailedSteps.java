package school.chancery.workflow.engine;

import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.workflow.domain.IncidentRegister;
import school.chancery.workflow.domain.IncidentRegister.Incident;
import school.chancery.workflow.domain.StoredFacts;

/** Sets a failed step going again: the engine's job, or the fact nobody received. */
@Component
public class FailedSteps {
    private static final int TRIES = 3;

    private final IncidentRegister incidents;
    private final StoredFacts facts;
    private final ManagementService management;
    private final EngineActor actor;

    FailedSteps(IncidentRegister incidents, StoredFacts facts, ManagementService management, EngineActor actor) {
        this.incidents = incidents;
        this.facts = facts;
        this.management = management;
        this.actor = actor;
    }

    @Transactional
    public void retry(UUID incidentId) {
        var incident = incidents.find(incidentId);
        if (incident.isEmpty() || !incidents.settle(incidentId, IncidentRegister.Outcome.RETRIED)) return;
        if (incident.get().factId() != null) facts.retry(incident.get().factId());
        else actor.asProduct(() -> retryJob(incident.get()));
    }

    private void retryJob(Incident incident) {
        var job = management.createJobQuery().jobId(incident.jobId()).singleResult();
        if (job != null) management.setJobRetries(job.getId(), TRIES);
    }
}
