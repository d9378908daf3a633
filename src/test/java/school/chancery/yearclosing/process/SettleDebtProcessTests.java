package school.chancery.yearclosing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static school.chancery.ModelEngine.path;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import school.chancery.ModelEngine;
import school.chancery.yearclosing.domain.debts.DebtOutcome;

@Deployment(resources = {"processes/yearclosing/settle-debt.bpmn", "processes/orders/issue-order.bpmn"})
class SettleDebtProcessTests {
    @RegisterExtension
    static final ProcessEngineCoverageExtension EXTENSION = ModelEngine.covering("issue-order");

    private static final String ATTEMPT = "UserTask_ScheduleAttempt UserTask_RecordAttempt Gateway_DebtCleared ";

    private final UUID matter = UUID.randomUUID();
    private final UUID order = UUID.randomUUID();
    private final List<String> effects = new ArrayList<>();
    private final Map<String, String> debts = new HashMap<>();
    private final ModelEngine engine = new ModelEngine(EXTENSION.getProcessEngine());
    private DebtOutcome outcome = DebtOutcome.TERM_OVER;

    @BeforeEach
    void mockDelegates() {
        debts.put("maths", "OPEN");
        engine.mockRetries();
        Mocks.register("openDebts", new Debts());
        engine.mock("draftOrder", execution -> execution.setVariable("orderId", order.toString()));
        engine.mock("freezeOriginal", execution -> execution.setVariable("signatureKind", "SIMPLE"));
        engine.mock("registerOrder", execution -> effects.add("registered"));
        engine.mock("reviewDebts", execution -> execution.setVariable("debtOutcome", outcome.name()));
        engine.mock("clearDebt", execution -> effects.add("cleared"));
        engine.mock("applyParentsChoice", execution -> effects.add("carried out"));
        engine.mock("closeDebtCase", execution -> effects.add("closed"));
        engine.mock("moveDebtTerm", execution -> effects.add("moved"));
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void turnsTheConditionalPromotionIntoAFullOneWhenTheLastDebtIsCleared() {
        debts.put("russian", "OPEN");
        var instance = start();
        attempt("maths", "CLEARED");
        assertThat(engine.hasEnded(instance)).isFalse();
        attempt("russian", "CLEARED");
        outcome = DebtOutcome.CLEARED;
        engine.run("ServiceTask_ReviewDebts");
        engine.run("ServiceTask_ClearDebt");
        assertThat(engine.pathway(instance))
                .startsWith("StartEvent_DebtRaised")
                .contains("EndEvent_DebtCleared")
                .endsWith("Gateway_DebtsCleared", "ServiceTask_ClearDebt", "EndEvent_DebtsCleared");
        assertThat(effects).containsExactly("cleared");
    }

    @Test
    void asksTheDeputyForTheDayAndTheTeacherForTheResult() {
        start();
        assertThat(engine.groups("UserTask_ScheduleAttempt")).containsExactly("school-5.deputy");
        complete("UserTask_ScheduleAttempt", "maths");
        assertThat(engine.users("UserTask_RecordAttempt")).containsExactly("teacher-of-maths");
        assertThat(engine.groups("UserTask_RecordAttempt")).containsExactly("school-5.deputy");
    }

    @Test
    void holdsASecondAttemptAndAsksTheParentsWhenThatIsNotPassedEither() {
        var instance = start();
        attempt("maths", "OPEN");
        attempt("maths", "TERM_OVER");
        engine.run("ServiceTask_ReviewDebts");
        chosen("SIGN");
        engine.run("ServiceTask_ApplyParentsChoice");
        assertThat(engine.pathway(instance))
                .containsExactly(path(
                        "StartEvent_DebtRaised SubProcess_MakeGood",
                        "StartEvent_AttemptNeeded",
                        ATTEMPT + "Gateway_AttemptLeft",
                        ATTEMPT + "Gateway_AttemptLeft EndEvent_AttemptsUsedUp",
                        "ServiceTask_ReviewDebts Gateway_DebtsCleared UserTask_RecordParentsChoice",
                        "ServiceTask_DraftOrder CallActivity_IssueOrder ServiceTask_ApplyParentsChoice",
                        "EndEvent_ChoiceCarriedOut"));
        assertThat(effects).containsExactly("registered", "carried out");
    }

    @Test
    void asksTheParentsWhenTheTermIsOverWhateverIsStillAhead() {
        var instance = start();
        complete("UserTask_ScheduleAttempt", "maths");
        engine.run("BoundaryEvent_TermOver");
        assertThat(engine.hasTask("UserTask_RecordAttempt")).isFalse();
        engine.run("ServiceTask_ReviewDebts");
        assertThat(engine.hasTask("UserTask_RecordParentsChoice")).isTrue();
        assertThat(engine.groups("UserTask_RecordParentsChoice")).containsExactly("school-5.deputy");
        assertThat(engine.pathway(instance)).contains("BoundaryEvent_TermOver", "ServiceTask_ReviewDebts");
    }

    @Test
    void goesOnWithTheAttemptsWhenTheClockStoodStillAndThereIsTimeLeft() {
        start();
        engine.run("BoundaryEvent_TermOver");
        outcome = DebtOutcome.OPEN;
        engine.run("ServiceTask_ReviewDebts");
        assertThat(engine.hasTask("UserTask_ScheduleAttempt")).isTrue();
    }

    @Test
    void asksTheParentsAgainWhenTheOrderIsRejected() {
        var instance = start();
        engine.run("BoundaryEvent_TermOver");
        engine.run("ServiceTask_ReviewDebts");
        chosen("REJECT");
        assertThat(engine.hasTask("UserTask_RecordParentsChoice")).isTrue();
        assertThat(engine.pathway(instance)).endsWith("CallActivity_IssueOrder", "BoundaryEvent_OrderRejected");
    }

    @Test
    void closesTheCaseWhereverItStandsWhenThePupilLeaves() {
        var instance = start();
        complete("UserTask_ScheduleAttempt", "maths");
        engine.correlate(SettleDebtProcess.DEBTOR_LEFT, matter);
        engine.run("ServiceTask_CloseDebtCase");
        assertThat(engine.hasEnded(instance)).isTrue();
        assertThat(engine.pathway(instance)).contains("StartEvent_DebtorLeft", "EndEvent_DebtorLeft");
        assertThat(effects).containsExactly("closed");
    }

    @Test
    void movesTheTermAndLeavesTheAttemptsAsTheyAre() {
        var instance = start();
        engine.correlate(SettleDebtProcess.DEBT_TERM_MOVED, matter);
        engine.run("ServiceTask_MoveDebtTerm");
        assertThat(effects).containsExactly("moved");
        assertThat(engine.hasTask("UserTask_ScheduleAttempt")).isTrue();
        assertThat(engine.hasEnded(instance)).isFalse();
        assertThat(engine.pathway(instance)).contains("StartEvent_TermMoved", "EndEvent_TermMoved");
    }

    private ProcessInstance start() {
        return engine.startByMessage(
                SettleDebtProcess.DEBT_RAISED,
                matter,
                Map.of(
                        "organization", "school-5",
                        "caseLabel", "Задолженность: 5А класс, 2026/2027",
                        "debtDueAt", "2028-05-29T21:00:00Z"));
    }

    private void attempt(String debt, String state) {
        complete("UserTask_ScheduleAttempt", debt);
        debts.put(debt, state);
        complete("UserTask_RecordAttempt", debt);
    }

    private void complete(String element, String debt) {
        var tasks = EXTENSION.getProcessEngine().getTaskService();
        var task = tasks.createTaskQuery().taskDefinitionKey(element).list().stream()
                .filter(each -> debt.equals(tasks.getVariable(each.getId(), "debtId")))
                .map(Task::getId)
                .findFirst()
                .orElseThrow();
        tasks.complete(task);
    }

    private void chosen(String decision) {
        engine.complete(
                "UserTask_RecordParentsChoice",
                Map.of("initiator", UUID.randomUUID().toString()));
        engine.run("ServiceTask_DraftOrder");
        engine.run("ServiceTask_FreezeOriginal");
        engine.complete("UserTask_SignOrder", Map.of("signDecision", decision));
    }

    /** Stands for the tables. */
    public final class Debts {
        public List<String> of(String caseId) {
            return debts.entrySet().stream()
                    .filter(each -> each.getValue().equals("OPEN"))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        public String state(String caseId, String debt) {
            return debts.get(debt);
        }

        public List<String> examiner(String debt) {
            return List.of("teacher-of-" + debt);
        }
    }
}
