package school.chancery.workflow.engine;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.workflow.domain.IncidentCause;
import school.chancery.workflow.domain.IncidentRegister;

/** Adapter to the engine's incidents: beside its own row, which only Cockpit shows, one of ours that a person is told of. */
class IncidentRecorder extends DefaultIncidentHandler {
    private final IncidentRegister incidents;
    private final Organizations organizations;

    IncidentRecorder(IncidentRegister incidents, Organizations organizations) {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
        this.incidents = incidents;
        this.organizations = organizations;
    }

    @Override
    public Incident handleIncident(IncidentContext context, @Nullable String message) {
        var incident = super.handleIncident(context, message);
        Optional.ofNullable(context.getTenantId())
                .flatMap(organizations::findByCode)
                .ifPresent(organization -> incidents.note(incident(context, organization, message)));
        return incident;
    }

    @Override
    public void resolveIncident(IncidentContext context) {
        super.resolveIncident(context);
        incidents.gone(context.getConfiguration());
    }

    @Override
    public void deleteIncident(IncidentContext context) {
        super.deleteIncident(context);
        incidents.gone(context.getConfiguration());
    }

    private static IncidentRegister.Incident incident(
            IncidentContext context, Organization organization, @Nullable String message) {
        var execution = execution(context.getExecutionId());
        return new IncidentRegister.Incident(
                UUID.randomUUID(),
                organization.id(),
                IncidentRegister.Kind.JOB.name(),
                execution == null ? "" : execution.getProcessDefinition().getKey(),
                execution == null ? null : execution.getProcessInstanceId(),
                context.getActivityId(),
                execution == null ? null : UUID.fromString(execution.getProcessBusinessKey()),
                context.getConfiguration(),
                null,
                IncidentCause.of(message).name());
    }

    private static @Nullable ExecutionEntity execution(@Nullable String id) {
        if (id == null) return null;
        return Context.getCommandContext().getExecutionManager().findExecutionById(id);
    }
}
