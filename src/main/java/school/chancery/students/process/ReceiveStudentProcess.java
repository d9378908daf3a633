package school.chancery.students.process;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.students.domain.Answer;
import school.chancery.students.domain.PlaceRequests;
import school.chancery.students.domain.ReceivedDocuments;
import school.chancery.students.domain.ReceptionEffects;
import school.chancery.students.domain.Receptions;
import school.chancery.students.domain.StudentTerms;
import school.chancery.students.domain.Transfers;
import school.chancery.workflow.Facts;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.ProcessVariable;
import school.chancery.workflow.Tasks;

/** {@code receive-student}; business key = place request id, in the school that is asked for a place. */
@Component
public class ReceiveStudentProcess {
    public static final String KEY = "receive-student";
    public static final String ANSWER_REQUEST = "UserTask_AnswerRequest";
    public static final String RECEIVE_DOCUMENTS = "UserTask_ReceiveDocuments";

    static final String PLACE_REQUESTED = "students.place-requested";
    static final String STUDENT_WITHDRAWN = "students.student-withdrawn";

    static final ProcessVariable<UUID> INITIATOR = ProcessVariable.id("initiator");
    static final ProcessVariable<UUID> ORDER_ID = ProcessVariable.id("orderId");
    static final ProcessVariable<LocalDate> ORDER_DUE_ON = ProcessVariable.date("orderDueOn");
    static final ProcessVariable<PlaceDecision> PLACE_DECISION =
            ProcessVariable.choice("placeDecision", PlaceDecision.class);
    static final ProcessVariable<DocumentsDecision> DOCUMENTS_DECISION =
            ProcessVariable.choice("documentsDecision", DocumentsDecision.class);

    private final PlaceRequests requests;
    private final Receptions receptions;
    private final ReceptionEffects effects;
    private final Transfers transfers;
    private final StudentTerms terms;
    private final Facts facts;
    private final Tasks tasks;

    ReceiveStudentProcess(
            PlaceRequests requests,
            Receptions receptions,
            ReceptionEffects effects,
            Transfers transfers,
            StudentTerms terms,
            Facts facts,
            Tasks tasks) {
        this.requests = requests;
        this.receptions = receptions;
        this.effects = effects;
        this.transfers = transfers;
        this.terms = terms;
        this.facts = facts;
        this.tasks = tasks;
    }

    public enum PlaceDecision {
        ACCEPT,
        REFUSE
    }

    public enum DocumentsDecision {
        TAKEN,
        NOT_COME
    }

    @Transactional
    public Answer accept(OpenTask task, UUID classId, UUID by) {
        var answer = receptions.accept(task.businessKey(), classId, by);
        return answered(task, answer, PlaceDecision.ACCEPT, null);
    }

    @Transactional
    public Answer refuse(OpenTask task, String reason, UUID by) {
        var answer = receptions.refuse(task.businessKey(), reason, by);
        return answered(task, answer, PlaceDecision.REFUSE, reason);
    }

    @Transactional
    public Answer receive(OpenTask task, ReceivedDocuments documents) {
        var answer = receptions.receive(task.businessKey(), documents);
        if (answer instanceof Answer.Refused) return answer;
        var organization = requests.require(task.businessKey()).organizationId();
        tasks.complete(
                task,
                DocumentsDecision.TAKEN.name(),
                null,
                List.of(
                        DOCUMENTS_DECISION.with(DocumentsDecision.TAKEN),
                        INITIATOR.with(documents.by()),
                        ORDER_DUE_ON.with(terms.enrolmentOrder(organization, documents.appliedOn()))));
        return answer;
    }

    /** Nobody came, or the papers do not do. */
    @Transactional
    public void giveUp(OpenTask task, String reason) {
        receptions.giveUp(task.businessKey(), reason);
        var decision = DocumentsDecision.NOT_COME;
        tasks.complete(task, decision.name(), reason, List.of(DOCUMENTS_DECISION.with(decision)));
    }

    /** The notice of the enrolment: written down at the school that was left, then told to its case. */
    @Transactional
    void notifySendingSchool(UUID requestId) {
        var request = requests.require(requestId);
        transfers.arrive(request.transferId(), effects.notice(requestId));
        facts.tell(
                TransferStudentProcess.ENROLMENT_NOTIFIED,
                request.sendingOrganizationId(),
                request.transferId(),
                requestId,
                List.of());
    }

    private Answer answered(OpenTask task, Answer answer, PlaceDecision decision, @Nullable String reason) {
        if (answer instanceof Answer.Refused) return answer;
        tasks.complete(task, decision.name(), reason, List.of(PLACE_DECISION.with(decision)));
        var request = requests.require(task.businessKey());
        facts.tell(
                TransferStudentProcess.PLACE_ANSWERED,
                request.sendingOrganizationId(),
                request.transferId(),
                request.id(),
                List.of());
        return answer;
    }
}
