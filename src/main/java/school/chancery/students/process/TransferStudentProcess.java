package school.chancery.students.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.students.domain.Answer;
import school.chancery.students.domain.ArrivalNotice;
import school.chancery.students.domain.DropReason;
import school.chancery.students.domain.PlaceAnswer;
import school.chancery.students.domain.PlaceSearchView;
import school.chancery.students.domain.ProposedTransfer;
import school.chancery.students.domain.Refusal;
import school.chancery.students.domain.TransferKind;
import school.chancery.students.domain.TransferProposals;
import school.chancery.students.domain.Transfers;
import school.chancery.workflow.Cases;
import school.chancery.workflow.Facts;
import school.chancery.workflow.NewCase;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.ProcessVariable;
import school.chancery.workflow.Tasks;

/** {@code transfer-student}; business key = transfer id, in the school that is left. */
@Component
public class TransferStudentProcess {
    public static final String KEY = "transfer-student";
    public static final String RECORD_NOTICE = "UserTask_RecordNotice";
    public static final String HAND_OVER_FILE = "UserTask_HandOverFile";

    static final String PLACE_ANSWERED = "students.place-answered";
    static final String PLACE_SEARCHED = "students.place-searched";
    static final String REQUEST_WITHDRAWN = "students.request-withdrawn";
    static final String ENROLMENT_NOTIFIED = "students.enrolment-notified";

    static final ProcessVariable<UUID> INITIATOR = ProcessVariable.id("initiator");
    static final ProcessVariable<UUID> ORDER_ID = ProcessVariable.id("orderId");
    static final ProcessVariable<LocalDate> ORDER_DUE_ON = ProcessVariable.date("orderDueOn");
    static final ProcessVariable<String> ANSWER_DUE_AT = ProcessVariable.code("answerDueAt");
    static final ProcessVariable<TransferKind> TRANSFER_KIND =
            ProcessVariable.choice("transferKind", TransferKind.class);
    static final ProcessVariable<PlaceAnswer> PLACE_ANSWER = ProcessVariable.choice("placeAnswer", PlaceAnswer.class);
    static final ProcessVariable<PlaceSearchView.State> PLACE_SEARCH =
            ProcessVariable.choice("placeSearch", PlaceSearchView.State.class);
    static final ProcessVariable<DropReason> DROP_REASON = ProcessVariable.choice("dropReason", DropReason.class);

    private final TransferProposals proposals;
    private final Transfers transfers;
    private final Cases cases;
    private final Facts facts;
    private final Tasks tasks;
    private final StudentLabels labels;

    TransferStudentProcess(
            TransferProposals proposals,
            Transfers transfers,
            Cases cases,
            Facts facts,
            Tasks tasks,
            StudentLabels labels) {
        this.proposals = proposals;
        this.transfers = transfers;
        this.cases = cases;
        this.facts = facts;
        this.tasks = tasks;
        this.labels = labels;
    }

    @Transactional
    public Started start(ProposedTransfer proposed) {
        var answer = proposals.propose(proposed);
        if (answer instanceof Answer.Refused refused) return new Started.Refused(refused.reasons());
        var transfer = transfers.require(((Answer.Accepted) answer).id());
        var variables = new ArrayList<ProcessVariable.Value>();
        variables.add(INITIATOR.with(proposed.by()));
        variables.add(TRANSFER_KIND.with(proposed.kind()));
        if (transfer.orderDueOn() != null) variables.add(ORDER_DUE_ON.with(transfer.orderDueOn()));
        var label = labels.transfer(transfer);
        return new Started.Running(
                cases.start(new NewCase(KEY, transfer.id(), transfer.organizationId(), label, variables)));
    }

    /**
     * The parents take their application back: the case ends, unless the order is signed first.
     *
     * @return false when it is too late
     */
    @Transactional
    public boolean withdrawRequest(UUID transferId, String reason) {
        if (!transfers.askWithdrawal(transferId, reason)) return false;
        var organization = transfers.require(transferId).organizationId();
        facts.tell(REQUEST_WITHDRAWN, organization, transferId, transferId, List.of());
        return true;
    }

    @Transactional
    public Optional<Refusal> handOverFile(OpenTask task, LocalDate on, String to) {
        var refusal = transfers.handOverFile(task.businessKey(), on, to);
        if (refusal.isEmpty()) tasks.complete(task, "HANDED_OVER", null, List.of());
        return refusal;
    }

    @Transactional
    public List<Refusal> recordNotice(OpenTask task, ArrivalNotice notice) {
        var refusals = transfers.arrive(task.businessKey(), notice);
        if (refusals.isEmpty()) tasks.complete(task, "ARRIVED_BY_" + notice.channel(), null, List.of());
        return refusals;
    }
}
