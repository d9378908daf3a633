package school.chancery.workflow.process;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.ProcessVariable;
import school.chancery.workflow.Tasks;
import school.chancery.workflow.domain.IncidentRegister;

/** «Разбор сбоя»: a person looks at a failed step and has it tried again, or closes it. Business key = the incident. */
@Component
public class ResolveIncidentProcess {
    public static final String KEY = IncidentRegister.RESOLVE_INCIDENT;
    public static final String RESOLVE_INCIDENT = "UserTask_ResolveIncident";
    static final ProcessVariable<Resolution> RESOLUTION = ProcessVariable.choice("resolution", Resolution.class);

    private final Tasks tasks;
    private final IncidentRegister incidents;

    ResolveIncidentProcess(Tasks tasks, IncidentRegister incidents) {
        this.tasks = tasks;
        this.incidents = incidents;
    }

    public enum Resolution {
        RETRY,
        CLOSE
    }

    @Transactional
    public void resolve(OpenTask task, Resolution resolution, String reason) {
        if (resolution == Resolution.CLOSE) incidents.settle(task.businessKey(), IncidentRegister.Outcome.CLOSED);
        tasks.complete(task, resolution.name(), reason, List.of(RESOLUTION.with(resolution)));
    }
}
