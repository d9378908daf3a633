package school.chancery.yearclosing.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.orders.Councils;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.ProcessVariable;
import school.chancery.workflow.Tasks;
import school.chancery.yearclosing.domain.Confirmations;
import school.chancery.yearclosing.domain.CouncilStep;
import school.chancery.yearclosing.domain.NextClasses;
import school.chancery.yearclosing.domain.Refusal;
import school.chancery.yearclosing.domain.Seals;
import school.chancery.yearclosing.domain.StalePlans;
import school.chancery.yearclosing.domain.StalePlans.Revision;

/** What people do in the tasks of {@code close-school-year}: nothing is changed and no task done when it is refused. */
@Component
@Transactional
public class ClosingSteps {
    static final ProcessVariable<FindingsDecision> FINDINGS_DECISION =
            ProcessVariable.choice("findingsDecision", FindingsDecision.class);
    static final ProcessVariable<PlanDecision> CLOSING_DECISION =
            ProcessVariable.choice("closingDecision", PlanDecision.class);
    static final ProcessVariable<PlanDecision> COUNTERSIGN_DECISION =
            ProcessVariable.choice("countersignDecision", PlanDecision.class);
    static final ProcessVariable<Revision> REVISION = ProcessVariable.choice("revision", Revision.class);
    static final ProcessVariable<OrdersIssued> ORDERS_ISSUED =
            ProcessVariable.choice("ordersIssued", OrdersIssued.class);

    private final CouncilStep council;
    private final NextClasses nextClasses;
    private final Confirmations confirmations;
    private final StalePlans stalePlans;
    private final Seals seals;
    private final Tasks tasks;

    ClosingSteps(
            CouncilStep council,
            NextClasses nextClasses,
            Confirmations confirmations,
            StalePlans stalePlans,
            Seals seals,
            Tasks tasks) {
        this.council = council;
        this.nextClasses = nextClasses;
        this.confirmations = confirmations;
        this.stalePlans = stalePlans;
        this.seals = seals;
        this.tasks = tasks;
    }

    /** @param reason why the closing is given up */
    public void resolveFindings(OpenTask task, FindingsDecision decision, @Nullable String reason) {
        tasks.complete(task, decision.name(), reason, List.of(FINDINGS_DECISION.with(decision)));
    }

    /** Makes the classes of the next year too, for the task that follows. */
    public List<Refusal> recordCouncil(
            OpenTask task, Councils.NewMinutes minutes, @Nullable LocalDate graduatesLastOn) {
        var refusals = council.record(task.businessKey(), minutes, graduatesLastOn);
        if (refusals.isEmpty()) {
            nextClasses.prepare(task.businessKey());
            tasks.complete(task, "RECORDED", null, List.of());
        }
        return refusals;
    }

    public List<Refusal> approveNextClasses(OpenTask task) {
        var refusals = nextClasses.approve(task.businessKey());
        if (refusals.isEmpty()) tasks.complete(task, "APPROVED", null, List.of());
        return refusals;
    }

    /** @param hash of the plan as the person saw it */
    public Optional<Refusal> confirm(OpenTask task, String hash, UUID by) {
        var refusal = confirmations.confirm(task.businessKey(), hash, by);
        if (refusal.isEmpty()) decide(task, CLOSING_DECISION, PlanDecision.CONFIRM, null);
        return refusal;
    }

    /** @param hash of the plan as the person saw it */
    public Optional<Refusal> countersign(OpenTask task, String hash, UUID by) {
        var refusal = confirmations.countersign(task.businessKey(), hash, by);
        if (refusal.isEmpty()) decide(task, COUNTERSIGN_DECISION, PlanDecision.CONFIRM, null);
        return refusal;
    }

    /** The first or the second person gives the plan back. */
    public List<Refusal> giveBack(OpenTask task, String remark, UUID by) {
        var refusals = stalePlans.giveBack(task.businessKey(), remark, by);
        if (!refusals.isEmpty()) return refusals;
        var first = task.definitionKey().equals(CloseSchoolYearProcess.CONFIRM_CLOSING);
        decide(task, first ? CLOSING_DECISION : COUNTERSIGN_DECISION, PlanDecision.RETURN, remark);
        return refusals;
    }

    private void decide(
            OpenTask task, ProcessVariable<PlanDecision> variable, PlanDecision decision, @Nullable String remark) {
        tasks.complete(task, decision.name(), remark, List.of(variable.with(decision)));
    }

    /** @param classClosings those that begin anew when the outcomes of classes are to be looked at again */
    public List<Refusal> revise(OpenTask task, Revision revision, String reason, Set<UUID> classClosings, UUID by) {
        var issued = stalePlans.ordersIssued(task.businessKey()) ? OrdersIssued.YES : OrdersIssued.NO;
        var refusals = stalePlans.revise(task.businessKey(), revision, reason, classClosings, by);
        if (refusals.isEmpty()) {
            var variables = List.of(REVISION.with(revision), ORDERS_ISSUED.with(issued));
            tasks.complete(task, revision.name(), reason, variables);
        }
        return refusals;
    }

    /** @param accepted whether differences were seen and are accepted */
    public List<Refusal> seal(OpenTask task, boolean accepted, UUID by) {
        var refusals = seals.seal(task.businessKey(), accepted, by);
        if (refusals.isEmpty()) tasks.complete(task, "SEALED", null, List.of());
        return refusals;
    }
}
