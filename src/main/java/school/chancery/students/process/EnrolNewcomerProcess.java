package school.chancery.students.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.students.domain.AdmissionDocument;
import school.chancery.students.domain.AdmissionProposals;
import school.chancery.students.domain.Admissions;
import school.chancery.students.domain.Answer;
import school.chancery.students.domain.DropReason;
import school.chancery.students.domain.ProposedAdmission;
import school.chancery.students.domain.Refusal;
import school.chancery.students.process.ReceiveStudentProcess.DocumentsDecision;
import school.chancery.students.process.ReceiveStudentProcess.PlaceDecision;
import school.chancery.workflow.Cases;
import school.chancery.workflow.NewCase;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.ProcessVariable;
import school.chancery.workflow.Tasks;

/** {@code enrol-newcomer}; business key = admission id. */
@Component
public class EnrolNewcomerProcess {
    public static final String KEY = "enrol-newcomer";
    public static final String CHECK_DOCUMENTS = "UserTask_CheckDocuments";
    public static final String ASSIGN_PLACE = "UserTask_AssignPlace";

    static final ProcessVariable<UUID> INITIATOR = ProcessVariable.id("initiator");
    static final ProcessVariable<UUID> ORDER_ID = ProcessVariable.id("orderId");
    static final ProcessVariable<LocalDate> ORDER_DUE_ON = ProcessVariable.date("orderDueOn");
    static final ProcessVariable<DropReason> DROP_REASON = ProcessVariable.choice("dropReason", DropReason.class);

    private final AdmissionProposals proposals;
    private final Admissions admissions;
    private final Cases cases;
    private final Tasks tasks;
    private final StudentLabels labels;

    EnrolNewcomerProcess(
            AdmissionProposals proposals, Admissions admissions, Cases cases, Tasks tasks, StudentLabels labels) {
        this.proposals = proposals;
        this.admissions = admissions;
        this.cases = cases;
        this.tasks = tasks;
        this.labels = labels;
    }

    @Transactional
    public Started start(ProposedAdmission proposed) {
        var answer = proposals.propose(proposed);
        if (answer instanceof Answer.Refused refused) return new Started.Refused(refused.reasons());
        var admission = admissions.require(((Answer.Accepted) answer).id());
        return new Started.Running(cases.start(new NewCase(
                KEY,
                admission.id(),
                admission.organizationId(),
                labels.admission(admission.grade(), admission.appliedOn()),
                List.of(INITIATOR.with(proposed.by()), ORDER_DUE_ON.with(admission.orderDueOn())))));
    }

    @Transactional
    public void accept(OpenTask task, Set<AdmissionDocument> documents) {
        var decision = DocumentsDecision.TAKEN;
        tasks.complete(task, decision.name(), null, List.of(ReceiveStudentProcess.DOCUMENTS_DECISION.with(decision)));
        admissions.accept(task.businessKey(), documents);
    }

    /** The papers are not there and will not be. */
    @Transactional
    public void decline(OpenTask task, String reason) {
        var decision = DocumentsDecision.NOT_COME;
        tasks.complete(task, decision.name(), reason, List.of(ReceiveStudentProcess.DOCUMENTS_DECISION.with(decision)));
        admissions.giveReason(task.businessKey(), reason);
    }

    @Transactional
    public Optional<Refusal> place(OpenTask task, UUID classId) {
        var refusal = admissions.place(task.businessKey(), classId);
        if (refusal.isPresent()) return refusal;
        var decision = PlaceDecision.ACCEPT;
        tasks.complete(task, decision.name(), null, List.of(ReceiveStudentProcess.PLACE_DECISION.with(decision)));
        return Optional.empty();
    }

    @Transactional
    public void refuse(OpenTask task, String reason) {
        var decision = PlaceDecision.REFUSE;
        tasks.complete(task, decision.name(), reason, List.of(ReceiveStudentProcess.PLACE_DECISION.with(decision)));
        admissions.giveReason(task.businessKey(), reason);
    }
}
