package school.chancery.platform.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.platform.domain.Answer;
import school.chancery.platform.domain.Appointments;
import school.chancery.platform.domain.Proposals;
import school.chancery.platform.domain.ProposedAppointment;
import school.chancery.platform.domain.Publications;
import school.chancery.platform.domain.Publications.Publication;
import school.chancery.platform.domain.Readings;
import school.chancery.platform.domain.Warnings;
import school.chancery.workflow.Cases;
import school.chancery.workflow.NewCase;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.ProcessVariable;
import school.chancery.workflow.Tasks;

/**
 * {@code appoint-administrator}; business key = appointment id. Tasks are completed before the register changes: of two
 * who complete one at once the second is told so, before anything else can surprise them.
 */
@Component
public class AppointAdministratorProcess {
    public static final String KEY = "appoint-administrator";
    public static final String CONFIRM_CANDIDATE = "UserTask_ConfirmCandidate";
    public static final String STUDY_ACTS = "UserTask_StudyActs";
    public static final String PUBLISH_ON_WEBSITE = "UserTask_PublishOnWebsite";
    public static final String REVIEW_CANDIDATE_LEFT = "UserTask_ReviewCandidateLeft";

    static final String CANDIDATE_LEFT = "candidate-left";

    static final ProcessVariable<UUID> INITIATOR = ProcessVariable.id("initiator");
    static final ProcessVariable<String> EFFECTIVE_AT = ProcessVariable.code("effectiveAt");
    static final ProcessVariable<UUID> ORDER_ID = ProcessVariable.id("orderId");
    static final ProcessVariable<UUID> ADMINISTRATOR = ProcessVariable.id("administrator");
    static final ProcessVariable<Found> WARNINGS = ProcessVariable.choice("warnings", Found.class);
    static final ProcessVariable<CandidateDecision> CANDIDATE_DECISION =
            ProcessVariable.choice("candidateDecision", CandidateDecision.class);

    private final Proposals proposals;
    private final Appointments appointments;
    private final Warnings warnings;
    private final Readings readings;
    private final Publications publications;
    private final Cases cases;
    private final Tasks tasks;
    private final PlatformLabels labels;

    AppointAdministratorProcess(
            Proposals proposals,
            Appointments appointments,
            Warnings warnings,
            Readings readings,
            Publications publications,
            Cases cases,
            Tasks tasks,
            PlatformLabels labels) {
        this.proposals = proposals;
        this.appointments = appointments;
        this.warnings = warnings;
        this.readings = readings;
        this.publications = publications;
        this.cases = cases;
        this.tasks = tasks;
        this.labels = labels;
    }

    /** Whether the criteria had anything to say. */
    enum Found {
        NONE,
        SOME
    }

    public enum CandidateDecision {
        CONFIRM,
        DECLINE
    }

    @Transactional
    public Started start(ProposedAppointment proposed) {
        var answer = proposals.propose(proposed);
        if (answer instanceof Answer.Refused refused) return new Started.Refused(refused.reasons());
        var id = ((Answer.Accepted) answer).id();
        var instance = cases.start(new NewCase(
                KEY,
                id,
                proposed.organizationId(),
                labels.appointment(proposed),
                List.of(
                        INITIATOR.with(proposed.by()),
                        EFFECTIVE_AT.with(labels.startOfDay(proposed.organizationId(), proposed.effectiveOn())))));
        return new Started.Running(instance, !warnings.of(id).isEmpty());
    }

    /** Both answers carry the director's reason: the advice was against the candidate. */
    @Transactional
    public void decide(OpenTask task, CandidateDecision decision, String reason) {
        tasks.complete(task, decision.name(), reason, List.of(CANDIDATE_DECISION.with(decision)));
    }

    /** The employee left before the day of the appointment. @param decision what the director does about the order */
    @Transactional
    public void review(OpenTask task, String decision) {
        tasks.complete(task, "REVIEWED", decision, List.of());
    }

    /** @param dates day of reading by act */
    @Transactional
    public void study(OpenTask task, Map<UUID, LocalDate> dates) {
        tasks.complete(task, "STUDIED", null, List.of());
        readings.record(appointments.require(task.businessKey()), dates);
    }

    /** @param publication null when the order is not published, and then {@code reason} says why */
    @Transactional
    public void publish(OpenTask task, @Nullable Publication publication, @Nullable String reason, UUID by) {
        tasks.complete(task, publication == null ? "NOT_PUBLISHED" : "PUBLISHED", reason, List.of());
        if (publication != null) publications.record(appointments.require(task.businessKey()), publication, by);
    }
}
