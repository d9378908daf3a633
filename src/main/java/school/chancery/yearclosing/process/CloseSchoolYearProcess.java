package school.chancery.yearclosing.process;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.workflow.Cases;
import school.chancery.workflow.Facts;
import school.chancery.workflow.NewCase;
import school.chancery.workflow.ProcessVariable;
import school.chancery.workflow.Tasks;
import school.chancery.yearclosing.domain.Closings;
import school.chancery.yearclosing.domain.Refusal;
import school.chancery.yearclosing.domain.Undos;

/** {@code close-school-year}; business key = closing id. What people do in its tasks stands in {@link ClosingSteps}. */
@Component
public class CloseSchoolYearProcess {
    public static final String KEY = "close-school-year";
    public static final String RESOLVE_FINDINGS = "UserTask_ResolveFindings";
    public static final String RECORD_COUNCIL = "UserTask_RecordCouncil";
    public static final String APPROVE_NEXT_CLASSES = "UserTask_ApproveNextClasses";
    public static final String CONFIRM_CLOSING = "UserTask_ConfirmClosing";
    public static final String COUNTERSIGN_CLOSING = "UserTask_CountersignClosing";
    public static final String RESOLVE_STALE_PLAN = "UserTask_ResolveStalePlan";
    public static final String SEAL_YEAR = "UserTask_SealYear";

    static final String PLAN_INCOMPLETE = "plan-incomplete";
    static final String PLAN_STALE = "plan-stale";
    static final String UNDO_REFUSED = "undo-refused";
    static final String UNDO_REQUESTED = "yearclosing.undo-requested";

    static final ProcessVariable<UUID> INITIATOR = ProcessVariable.id("initiator");
    /** Code of the role the second person has. */
    static final ProcessVariable<String> COUNTERSIGNER = ProcessVariable.code("countersigner");

    static final ProcessVariable<FindingsLeft> FINDINGS = ProcessVariable.choice("findings", FindingsLeft.class);
    static final ProcessVariable<UUID> CORRECTION_ORDER = ProcessVariable.id("correctionOrder");
    static final ProcessVariable<UUID> UNDO_ORDER = ProcessVariable.id("undoOrder");

    /** Lists that a step passes to the calls behind it. */
    static final String CLASS_CLOSINGS = "classClosings";

    static final String CLASS_LABELS = "classLabels";
    static final String CLOSING_ORDERS = "closingOrders";

    private final Closings closings;
    private final Undos undos;
    private final ClosingPolicy policy;
    private final ClosingLabels labels;
    private final Cases cases;
    private final Facts facts;
    private final Tasks tasks;

    CloseSchoolYearProcess(
            Closings closings,
            Undos undos,
            ClosingPolicy policy,
            ClosingLabels labels,
            Cases cases,
            Facts facts,
            Tasks tasks) {
        this.closings = closings;
        this.undos = undos;
        this.policy = policy;
        this.labels = labels;
        this.cases = cases;
        this.facts = facts;
        this.tasks = tasks;
    }

    @Transactional
    public Started start(UUID organizationId, UUID schoolYearId, UUID by) {
        var opening = closings.open(organizationId, schoolYearId, by);
        if (opening instanceof Closings.Opening.Refused refused) return new Started.Refused(refused.reasons());
        var closing = ((Closings.Opening.Opened) opening).closingId();
        var variables = List.of(
                INITIATOR.with(by),
                COUNTERSIGNER.with(policy.countersigner(organizationId).code()));
        return new Started.Running(
                cases.start(new NewCase(KEY, closing, organizationId, labels.year(schoolYearId), variables)));
    }

    /** The director wants the year back as it was; the order about it is drafted next. */
    @Transactional
    public List<Refusal> requestUndo(UUID closingId, String reason, UUID by) {
        var impossible = undos.refusals(closingId);
        if (!impossible.isEmpty()) return impossible;
        // A fact told while the order is on its way would wait, and undo what was decided to stay.
        if (!tasks.isOpen(KEY, closingId, SEAL_YEAR)) return List.of(new Refusal("", "yearclosing.refused.undo-asked"));
        var refusals = undos.request(closingId, reason, by);
        if (!refusals.isEmpty()) return refusals;
        var organization = closings.require(closingId).organizationId();
        facts.tell(UNDO_REQUESTED, organization, closingId, undos.attempt(closingId), List.of());
        return List.of();
    }
}
