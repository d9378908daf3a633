package school.chancery.orders.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.documents.Upload;
import school.chancery.orders.OrderSummary;
import school.chancery.orders.Orders;
import school.chancery.orders.domain.Content;
import school.chancery.orders.domain.Deciding;
import school.chancery.orders.domain.DocumentTexts;
import school.chancery.orders.domain.Drafting;
import school.chancery.orders.domain.Refusal;
import school.chancery.orders.domain.SignatureKind;
import school.chancery.orders.domain.Signing;
import school.chancery.orders.domain.Signing.OfferAnswer;
import school.chancery.workflow.Cases;
import school.chancery.workflow.NewCase;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.ProcessVariable;
import school.chancery.workflow.Tasks;

/** {@code issue-order}: its elements, variables and what people do to it. Business key = order id. */
@Service
@Transactional
public class IssueOrderProcess {
    public static final String KEY = "issue-order";
    public static final String START_FORM = "orders/issue-order/start";
    public static final String PREPARE_ORDER = "UserTask_PrepareOrder";
    public static final String SIGN_ORDER = "UserTask_SignOrder";
    public static final String RECORD_PAPER_SIGNATURE = "UserTask_RecordPaperSignature";

    /** Error by which a rejected order ends in the case that called for it. */
    public static final String ORDER_REJECTED = "order-rejected";

    /** In a calling process: the order it called for. */
    static final ProcessVariable<UUID> ORDER_ID = ProcessVariable.id("orderId");

    static final ProcessVariable<UUID> INITIATOR = ProcessVariable.id("initiator");
    static final ProcessVariable<String> DRAFT_COMPLETE = ProcessVariable.code("draftComplete");
    static final ProcessVariable<String> CALLED_BY_CASE = ProcessVariable.code("calledByCase");
    static final ProcessVariable<SignatureKind> SIGNATURE_KIND =
            ProcessVariable.choice("signatureKind", SignatureKind.class);
    static final ProcessVariable<SignDecision> SIGN_DECISION =
            ProcessVariable.choice("signDecision", SignDecision.class);

    private final Drafting drafting;
    private final Signing signing;
    private final Deciding deciding;
    private final Orders orders;
    private final DocumentTexts texts;
    private final Cases cases;
    private final Tasks tasks;

    IssueOrderProcess(
            Drafting drafting,
            Signing signing,
            Deciding deciding,
            Orders orders,
            DocumentTexts texts,
            Cases cases,
            Tasks tasks) {
        this.drafting = drafting;
        this.signing = signing;
        this.deciding = deciding;
        this.orders = orders;
        this.texts = texts;
        this.cases = cases;
        this.tasks = tasks;
    }

    /**
     * Begins an order by hand; the same form sent twice begins one.
     *
     * @return the process instance, empty when this kind cannot be begun so
     */
    public Optional<String> begin(
            UUID organizationId, String kind, UUID formId, UUID accountId, @Nullable UUID targetId) {
        return drafting.begin(organizationId, kind, formId, accountId, targetId)
                .map(orderId -> cases.find(KEY, orderId)
                        .map(Cases.CaseState::processInstanceId)
                        .orElseGet(() -> start(organizationId, orderId, accountId)));
    }

    private String start(UUID organizationId, UUID orderId, UUID accountId) {
        return cases.start(new NewCase(
                KEY,
                orderId,
                organizationId,
                texts.draftLabel(drafting.draftNumber(orderId)),
                List.of(INITIATOR.with(accountId), DRAFT_COMPLETE.with("false"), CALLED_BY_CASE.with("false"))));
    }

    /** Keeps the draft as far as it is written. */
    public Optional<Refusal> save(String taskId, Content content, Map<String, String> fields, long seenVersion) {
        return drafting.edit(tasks.take(taskId, PREPARE_ORDER).businessKey(), content, fields, seenVersion);
    }

    /** The draft is ready to be signed. */
    public Optional<Refusal> submit(String taskId, Content content, Map<String, String> fields, long seenVersion) {
        var task = tasks.take(taskId, PREPARE_ORDER);
        var refusal = drafting.edit(task.businessKey(), content, fields, seenVersion);
        if (refusal.isEmpty()) tasks.complete(task, "SUBMIT", null, List.of());
        return refusal;
    }

    /** Simple signature; the order is registered when this returns without a refusal. */
    public Decided signSimply(String taskId, UUID accountId, String password, String address) {
        return sign(taskId, SIGN_ORDER, order -> signing.signSimply(order, accountId, password, address));
    }

    /** A CMS file over the original, checked and kept for the decision. */
    public OfferAnswer offer(String taskId, UUID accountId, Upload.Accepted file) {
        return signing.offer(tasks.take(taskId, SIGN_ORDER).businessKey(), accountId, file);
    }

    /** Signs with the file offered before. */
    public Decided signByOffered(String taskId, UUID accountId, String address) {
        return sign(taskId, SIGN_ORDER, order -> signing.signByOffered(order, accountId, address));
    }

    public Decided recordPaper(String taskId, UUID accountId, UUID signerId, LocalDate on, Upload.Accepted scan) {
        return sign(taskId, RECORD_PAPER_SIGNATURE, order -> signing.recordPaper(order, accountId, signerId, on, scan));
    }

    private Decided sign(String taskId, String element, Function<UUID, Optional<Refusal>> sign) {
        var task = tasks.take(taskId, element);
        var refusal = sign.apply(task.businessKey());
        if (refusal.isPresent()) return new Decided.Refused(refusal.get());
        // Registers too: that step has no save point before it, so the head sees the number at once.
        complete(task, SignDecision.SIGN, null);
        return new Decided.Done(orders.find(task.businessKey()).orElseThrow());
    }

    /** @param element the task the decision is made in: at the head's or, for paper, at the office's */
    public Decided giveBack(String taskId, String element, @Nullable String remark) {
        return decide(taskId, element, SignDecision.RETURN, remark, order -> deciding.giveBack(order, remark));
    }

    public Decided reject(String taskId, String element, @Nullable String reason) {
        return decide(taskId, element, SignDecision.REJECT, reason, order -> deciding.reject(order, reason));
    }

    private Decided decide(
            String taskId,
            String element,
            SignDecision decision,
            @Nullable String reason,
            Function<UUID, Optional<Refusal>> decide) {
        var task = tasks.take(taskId, element);
        var refusal = decide.apply(task.businessKey());
        if (refusal.isPresent()) return new Decided.Refused(refusal.get());
        complete(task, decision, reason);
        return new Decided.Done(orders.find(task.businessKey()).orElseThrow());
    }

    private void complete(OpenTask task, SignDecision decision, @Nullable String reason) {
        tasks.complete(task, decision.name(), reason, List.of(SIGN_DECISION.with(decision)));
    }

    /** What became of a decision. */
    public sealed interface Decided {
        /** @param order as it stands after the decision */
        record Done(OrderSummary order) implements Decided {}

        record Refused(Refusal refusal) implements Decided {}
    }
}
