package school.chancery.platform.process;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.platform.domain.Answer;
import school.chancery.platform.domain.Appointments;
import school.chancery.platform.domain.ProposedAppointment;
import school.chancery.platform.domain.ProposedRelief;
import school.chancery.platform.domain.ReliefView;
import school.chancery.platform.domain.Reliefs;
import school.chancery.workflow.Cases;
import school.chancery.workflow.Facts;
import school.chancery.workflow.NewCase;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.ProcessVariable;
import school.chancery.workflow.Tasks;

/** {@code relieve-administrator}; business key = relief id. */
@Component
public class RelieveAdministratorProcess {
    public static final String KEY = "relieve-administrator";
    public static final String NAME_SUCCESSOR = "UserTask_NameSuccessor";

    static final String ADMINISTRATOR_LEAVES = "platform.administrator-leaves";
    static final ProcessVariable<UUID> INITIATOR = ProcessVariable.id("initiator");
    static final ProcessVariable<String> EFFECTIVE_AT = ProcessVariable.code("effectiveAt");
    static final ProcessVariable<UUID> ORDER_ID = ProcessVariable.id("orderId");
    static final ProcessVariable<Needed> SUCCESSOR_NEEDED = ProcessVariable.choice("successorNeeded", Needed.class);

    private final Reliefs reliefs;
    private final Appointments appointments;
    private final AppointAdministratorProcess appointing;
    private final Cases cases;
    private final Facts facts;
    private final Tasks tasks;
    private final PlatformLabels labels;

    RelieveAdministratorProcess(
            Reliefs reliefs,
            Appointments appointments,
            AppointAdministratorProcess appointing,
            Cases cases,
            Facts facts,
            Tasks tasks,
            PlatformLabels labels) {
        this.reliefs = reliefs;
        this.appointments = appointments;
        this.appointing = appointing;
        this.cases = cases;
        this.facts = facts;
        this.tasks = tasks;
        this.labels = labels;
    }

    enum Needed {
        YES,
        NO
    }

    @Transactional
    public Started start(ProposedRelief proposed) {
        var answer = reliefs.propose(proposed);
        if (answer instanceof Answer.Refused refused) return new Started.Refused(refused.reasons());
        var relief = reliefs.require(((Answer.Accepted) answer).id());
        return new Started.Running(cases.start(newCase(relief)), false);
    }

    /** The administrator leaves the organization: started by a job once the leaving is committed. */
    @Transactional
    public void startFor(UUID reliefId) {
        facts.start(ADMINISTRATOR_LEAVES, newCase(reliefs.require(reliefId)));
    }

    /** Starts the successor's appointment and is done; refused as a whole when that is refused. */
    @Transactional
    public Started nameSuccessor(OpenTask task, ProposedAppointment successor) {
        var started = appointing.start(successor);
        if (started instanceof Started.Running) tasks.complete(task, "APPOINT", null, List.of());
        return started;
    }

    /** The organization stays without an administrator for now. */
    @Transactional
    public void postpone(OpenTask task, String reason) {
        tasks.complete(task, "POSTPONE", reason, List.of());
    }

    private NewCase newCase(ReliefView relief) {
        var appointment = appointments.require(relief.appointmentId());
        return new NewCase(
                KEY,
                relief.id(),
                relief.organizationId(),
                labels.relief(appointment, relief.effectiveOn()),
                List.of(
                        INITIATOR.with(relief.proposedBy()),
                        EFFECTIVE_AT.with(labels.startOfDay(relief.organizationId(), relief.effectiveOn()))));
    }
}
