package school.chancery.yearclosing.process;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.journal.AttemptAnswer;
import school.chancery.journal.AttemptResult;
import school.chancery.journal.DebtAttempts;
import school.chancery.journal.DebtTermMoved;
import school.chancery.students.StudentMoved;
import school.chancery.workflow.Facts;
import school.chancery.workflow.NewCase;
import school.chancery.workflow.OpenTask;
import school.chancery.workflow.ProcessVariable;
import school.chancery.workflow.Tasks;
import school.chancery.yearclosing.YearSealed;
import school.chancery.yearclosing.domain.Refusal;
import school.chancery.yearclosing.domain.debts.DebtCaseView;
import school.chancery.yearclosing.domain.debts.DebtCases;
import school.chancery.yearclosing.domain.debts.DebtChoices;
import school.chancery.yearclosing.domain.debts.DebtOutcome;
import school.chancery.yearclosing.domain.debts.ProposedChoice;

/** {@code settle-debt}; business key = the debt case of one pupil. */
@Component
public class SettleDebtProcess {
    public static final String KEY = "settle-debt";
    public static final String SCHEDULE_ATTEMPT = "UserTask_ScheduleAttempt";
    public static final String RECORD_ATTEMPT = "UserTask_RecordAttempt";
    public static final String RECORD_PARENTS_CHOICE = "UserTask_RecordParentsChoice";

    static final String TERM_OVER = "BoundaryEvent_TermOver";
    static final String DEBT_RAISED = "yearclosing.debt-raised";
    static final String DEBT_TERM_MOVED = "yearclosing.debt-term-moved";
    static final String DEBTOR_LEFT = "yearclosing.debtor-left";

    static final ProcessVariable<UUID> INITIATOR = ProcessVariable.id("initiator");
    static final ProcessVariable<UUID> ORDER_ID = ProcessVariable.id("orderId");
    static final ProcessVariable<UUID> DEBT_ID = ProcessVariable.id("debtId");
    static final ProcessVariable<String> DEBT_DUE_AT = ProcessVariable.code("debtDueAt");
    static final ProcessVariable<DebtOutcome> DEBT_OUTCOME = ProcessVariable.choice("debtOutcome", DebtOutcome.class);

    private final DebtCases cases;
    private final DebtChoices choices;
    private final DebtAttempts attempts;
    private final DebtLabels labels;
    private final Facts facts;
    private final Tasks tasks;

    SettleDebtProcess(
            DebtCases cases, DebtChoices choices, DebtAttempts attempts, DebtLabels labels, Facts facts, Tasks tasks) {
        this.cases = cases;
        this.choices = choices;
        this.attempts = attempts;
        this.labels = labels;
        this.facts = facts;
        this.tasks = tasks;
    }

    /** From the sealing on nothing is undone any more: the clock of each debtor runs. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(YearSealed sealed) {
        cases.open(sealed.closingId()).forEach(this::start);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DebtTermMoved moved) {
        for (var each : cases.running(moved.pupilId()))
            facts.tell(DEBT_TERM_MOVED, each.organizationId(), each.id(), UUID.randomUUID(), List.of());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(StudentMoved moved) {
        if (moved.toClassId() != null) return;
        for (var each : cases.running(moved.pupilId()))
            facts.tell(DEBTOR_LEFT, each.organizationId(), each.id(), moved.movementId(), List.of());
    }

    /** Which debt a task of an attempt is about. */
    public UUID debt(OpenTask task) {
        var debt = tasks.variable(task, DEBT_ID);
        if (debt == null) throw new IllegalStateException("task " + task.id() + " is about no debt");
        return debt;
    }

    @Transactional
    public AttemptAnswer schedule(OpenTask task, LocalDate on, @Nullable UUID commissionOrderId, UUID examinerId) {
        var answer = attempts.schedule(debt(task), on, commissionOrderId, examinerId);
        if (answer instanceof AttemptAnswer.Scheduled scheduled)
            tasks.complete(task, "SCHEDULED_" + scheduled.number(), null, List.of());
        return answer;
    }

    @Transactional
    public AttemptAnswer record(OpenTask task, LocalDate heldOn, AttemptResult result) {
        var answer = attempts.record(debt(task), heldOn, result);
        if (answer instanceof AttemptAnswer.Recorded recorded)
            tasks.complete(task, decision(result, recorded), null, List.of());
        return answer;
    }

    @Transactional
    public List<Refusal> choose(OpenTask task, ProposedChoice proposed) {
        var refusals = choices.record(task.businessKey(), proposed);
        if (refusals.isEmpty())
            tasks.complete(task, proposed.choice().name(), null, List.of(INITIATOR.with(proposed.by())));
        return refusals;
    }

    // The mark itself stands in the journal, not in the history of the case.
    private static String decision(AttemptResult result, AttemptAnswer.Recorded recorded) {
        if (recorded.again()) return "POSTPONED";
        return result.isPassed() ? "PASSED" : "NOT_PASSED";
    }

    private void start(DebtCaseView opened) {
        var due = labels.endOfTerm(opened.organizationId(), cases.dueOn(opened.id()));
        facts.start(
                DEBT_RAISED,
                new NewCase(
                        KEY, opened.id(), opened.organizationId(), labels.of(opened), List.of(DEBT_DUE_AT.with(due))));
    }
}
