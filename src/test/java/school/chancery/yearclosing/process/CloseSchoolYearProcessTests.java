package school.chancery.yearclosing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static school.chancery.ModelEngine.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import school.chancery.ModelEngine;

@Deployment(
        resources = {
            "processes/yearclosing/close-school-year.bpmn",
            "processes/yearclosing/close-class.bpmn",
            "processes/orders/issue-order.bpmn"
        })
class CloseSchoolYearProcessTests {
    @RegisterExtension
    static final ProcessEngineCoverageExtension EXTENSION = ModelEngine.covering("issue-order", "close-class");

    private static final String CHECKED = "ServiceTask_FreezeRoster ServiceTask_RunChecks Gateway_FindingsLeft ";
    private static final String STARTED = "StartEvent_ClosingStarted " + CHECKED;
    private static final String CLASSES = "ServiceTask_OpenClasses CallActivity_CloseClass ";
    private static final String COUNCIL = "UserTask_RecordCouncil UserTask_ApproveNextClasses ";
    private static final String CONFIRMED =
            "ServiceTask_PrepareDryRun UserTask_ConfirmClosing Gateway_ClosingConfirmed ";
    private static final String COUNTERSIGNED = "UserTask_CountersignClosing Gateway_ClosingCountersigned ";
    private static final String ORDERED = "ServiceTask_DraftOrders CallActivity_IssueOrder ";
    private static final String APPLIED = "ServiceTask_ApplyOutcomes ServiceTask_ActivateNewYear ";
    private static final String PLANNED = STARTED + CLASSES + COUNCIL + CONFIRMED;
    private static final String REVISED = "UserTask_ResolveStalePlan Gateway_OrdersIssued ";
    private static final String CORRECTED = "ServiceTask_DraftCorrection CallActivity_IssueCorrection ";
    private static final String ABANDONED = "Gateway_Revision ServiceTask_AbandonClosing EndEvent_ClosingAbandoned";
    private static final String UNDONE = "BoundaryEvent_UndoRequested ServiceTask_DraftUndo CallActivity_IssueUndo ";

    private final UUID closing = UUID.randomUUID();
    private final String first = UUID.randomUUID().toString();
    private final String second = UUID.randomUUID().toString();
    private final String order = UUID.randomUUID().toString();
    private final String correction = UUID.randomUUID().toString();
    private final List<String> effects = new ArrayList<>();
    private final ModelEngine engine = new ModelEngine(EXTENSION.getProcessEngine());

    @BeforeEach
    void mockDelegates() {
        engine.mockRetries();
        effect("freezeRoster", "applyOutcomes", "activateNewYear", "abandonClosing", "undoClosing", "prepareDryRun");
        findings("NONE");
        classes(first);
        orders(order);
        engine.mock("prepareOutcomes", execution -> execution.setVariable("classTeacher", "nobody"));
        engine.mock("draftCorrection", execution -> execution.setVariable("correctionOrder", correction));
        engine.mock("draftUndo", execution -> execution.setVariable("undoOrder", correction));
        engine.mock("freezeOriginal", execution -> execution.setVariable("signatureKind", "SIMPLE"));
        engine.mock("registerOrder", execution -> effects.add("registered"));
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void closesTheYearByTheSignaturesOfTwoPersonsAndOneOrder() {
        var instance = countersigned();
        issued("ServiceTask_DraftOrders", "SIGN");
        applied();
        assertThat(engine.groups("UserTask_SealYear")).containsExactly("school-27.director");
        engine.complete("UserTask_SealYear");
        assertThat(engine.pathway(instance))
                .containsExactly(
                        path(PLANNED + COUNTERSIGNED + ORDERED + APPLIED + "UserTask_SealYear EndEvent_YearSealed"));
        assertThat(effects)
                .containsExactly("freezeRoster", "prepareDryRun", "registered", "applyOutcomes", "activateNewYear");
    }

    @Test
    void offersEachTaskToThoseWhoseWorkItIs() {
        findings("LEFT");
        started();
        assertThat(engine.groups("UserTask_ResolveFindings"))
                .containsExactly("school-27.coordinator", "school-27.deputy", "school-27.director");
        findings("NONE");
        recheck("RECHECK");
        closedClass();
        assertThat(engine.groups("UserTask_RecordCouncil")).containsExactly("school-27.deputy", "school-27.secretary");
        engine.complete("UserTask_RecordCouncil");
        assertThat(engine.groups("UserTask_ApproveNextClasses"))
                .containsExactly("school-27.deputy", "school-27.director");
        engine.complete("UserTask_ApproveNextClasses");
        engine.run("ServiceTask_PrepareDryRun");
        assertThat(engine.groups("UserTask_ConfirmClosing")).containsExactly("school-27.director");
        engine.complete("UserTask_ConfirmClosing", Map.of("closingDecision", "CONFIRM"));
        assertThat(engine.groups("UserTask_CountersignClosing")).containsExactly("school-27.coordinator");
        engine.complete("UserTask_CountersignClosing", Map.of("countersignDecision", "RETURN"));
        assertThat(engine.groups("UserTask_ResolveStalePlan"))
                .containsExactly("school-27.coordinator", "school-27.deputy", "school-27.director");
    }

    @Test
    void asksAgainUntilNoFindingIsLeft() {
        findings("LEFT");
        var instance = started();
        recheck("RECHECK");
        findings("NONE");
        recheck("RECHECK");
        var again = "UserTask_ResolveFindings Gateway_GoesOn " + CHECKED;
        assertThat(engine.pathway(instance)).containsExactly(path(STARTED + again + again));
        assertThat(engine.job("ServiceTask_OpenClasses")).isNotNull();
        assertThat(effects).containsExactly("freezeRoster", "freezeRoster", "freezeRoster");
    }

    @Test
    void aClosingBegunTooEarlyIsGivenUpAndChangesNothing() {
        findings("LEFT");
        var instance = started();
        engine.complete("UserTask_ResolveFindings", Map.of("findingsDecision", "ABANDON"));
        engine.run("ServiceTask_AbandonClosing");
        assertThat(engine.pathway(instance))
                .containsExactly(
                        path(
                                STARTED
                                        + "UserTask_ResolveFindings Gateway_GoesOn ServiceTask_AbandonClosing EndEvent_ClosingAbandoned"));
        assertThat(effects).containsExactly("freezeRoster", "abandonClosing");
    }

    @Test
    void opensEveryClassAtOnceAndWaitsForTheLast() {
        classes(first, second);
        var instance = started();
        engine.run("ServiceTask_OpenClasses");
        assertThat(engine.calls(instance)).containsExactlyInAnyOrder(first, second);
        assertThat(engine.handed(instance, "caseLabel")).containsOnly("5А");
        assertThat(engine.handed(instance, "organization")).containsOnly("school-27");
        assertThat(engine.variable(instance, "classClosings")).isNull();
        closeClass(first);
        assertThat(engine.hasTask("UserTask_RecordCouncil")).isFalse();
        closeClass(second);
        assertThat(engine.hasTask("UserTask_RecordCouncil")).isTrue();
    }

    @Test
    void aPlanThatDoesNotBalanceIsLookedAtAgain() {
        engine.mock("prepareDryRun", execution -> {
            throw new BpmnError(CloseSchoolYearProcess.PLAN_INCOMPLETE);
        });
        var instance = planned();
        effect("prepareDryRun");
        engine.complete("UserTask_ResolveStalePlan", Map.of("ordersIssued", "NO", "revision", "PLAN"));
        engine.complete("UserTask_ApproveNextClasses");
        engine.run("ServiceTask_PrepareDryRun");
        assertThat(engine.hasTask("UserTask_ConfirmClosing")).isTrue();
        assertThat(engine.pathway(instance))
                .containsExactly(
                        path(STARTED + CLASSES + COUNCIL + "ServiceTask_PrepareDryRun BoundaryEvent_PlanIncomplete "
                                + REVISED + "Gateway_Revision UserTask_ApproveNextClasses ServiceTask_PrepareDryRun"));
    }

    @Test
    void whatTheDirectorGivesBackIsPlannedAnew() {
        var instance = planned();
        engine.complete("UserTask_ConfirmClosing", Map.of("closingDecision", "RETURN"));
        engine.complete("UserTask_ResolveStalePlan", Map.of("ordersIssued", "NO", "revision", "PLAN"));
        assertThat(engine.hasTask("UserTask_ApproveNextClasses")).isTrue();
        assertThat(engine.pathway(instance)).containsExactly(path(PLANNED + REVISED + "Gateway_Revision"));
    }

    @Test
    void whatTheSecondPersonGivesBackMayGoBackToTheClasses() {
        var instance = planned();
        engine.complete("UserTask_ConfirmClosing", Map.of("closingDecision", "CONFIRM"));
        engine.complete("UserTask_CountersignClosing", Map.of("countersignDecision", "RETURN"));
        classes(second);
        engine.complete("UserTask_ResolveStalePlan", Map.of("ordersIssued", "NO", "revision", "CLASSES"));
        engine.run("ServiceTask_OpenClasses");
        assertThat(engine.calls(instance)).containsExactly(second);
        closeClass(second);
        assertThat(engine.pathway(instance))
                .containsExactly(path(PLANNED + COUNTERSIGNED + REVISED + "Gateway_Revision " + CLASSES));
        assertThat(engine.hasTask("UserTask_RecordCouncil")).isTrue();
    }

    @Test
    void handsEachOrderItsIdTheOrganizationAndWhoAsked() {
        orders(order, correction);
        var instance = countersigned();
        engine.run("ServiceTask_DraftOrders");
        assertThat(engine.calls(instance)).containsExactlyInAnyOrder(order, correction);
        assertThat(engine.handed(instance, "organization")).containsOnly("school-27");
        assertThat(engine.handed(instance, "caseLabel")).containsOnly("Закрытие года");
        assertThat(engine.handed(instance, "initiator")).containsOnly(first);
        assertThat(engine.handed(instance, "draftComplete")).containsOnly("true");
        assertThat(engine.handed(instance, "calledByCase")).containsOnly("true");
    }

    @Test
    void aRejectedOrderStopsTheOthersAndTheClosingMayBeGivenUp() {
        orders(order, correction);
        var instance = countersigned();
        engine.run("ServiceTask_DraftOrders");
        sign(order, "REJECT");
        assertThat(engine.calls(instance)).isEmpty();
        engine.complete("UserTask_ResolveStalePlan", Map.of("ordersIssued", "NO", "revision", "ABANDON"));
        engine.run("ServiceTask_AbandonClosing");
        assertThat(engine.hasEnded(instance)).isTrue();
        assertThat(engine.pathway(instance)).endsWith(path("BoundaryEvent_OrderRejected " + REVISED + ABANDONED));
        assertThat(effects).doesNotContain("applyOutcomes").endsWith("abandonClosing");
    }

    @Test
    void aPlanThatNoLongerHoldsIsCorrectedByAnOrderBeforeItIsMadeAnew() {
        var instance = stale();
        engine.complete("UserTask_ResolveStalePlan", Map.of("ordersIssued", "YES", "revision", "PLAN"));
        issued("ServiceTask_DraftCorrection", "SIGN");
        engine.complete("UserTask_ApproveNextClasses");
        engine.run("ServiceTask_PrepareDryRun");
        assertThat(engine.pathway(instance))
                .containsExactly(path(PLANNED + COUNTERSIGNED + ORDERED
                        + "ServiceTask_ApplyOutcomes BoundaryEvent_PlanStale " + REVISED + CORRECTED
                        + "Gateway_Revision UserTask_ApproveNextClasses ServiceTask_PrepareDryRun"));
        assertThat(effects)
                .containsExactly("freezeRoster", "prepareDryRun", "registered", "registered", "prepareDryRun");
    }

    @Test
    void aCorrectionThatIsRejectedIsDecidedAnew() {
        var instance = stale();
        engine.complete("UserTask_ResolveStalePlan", Map.of("ordersIssued", "YES", "revision", "PLAN"));
        issued("ServiceTask_DraftCorrection", "REJECT");
        assertThat(engine.hasTask("UserTask_ResolveStalePlan")).isTrue();
        assertThat(engine.pathway(instance)).endsWith("BoundaryEvent_CorrectionRejected");
    }

    @Test
    void anUndoneClosingEndsWithTheYearAsItWas() {
        var instance = sealing();
        undone("SIGN");
        engine.run("ServiceTask_UndoClosing");
        assertThat(engine.hasEnded(instance)).isTrue();
        assertThat(engine.pathway(instance))
                .endsWith(path("UserTask_SealYear " + UNDONE + "ServiceTask_UndoClosing EndEvent_ClosingUndone"));
        assertThat(effects).endsWith("registered", "undoClosing");
    }

    @Test
    void aRejectedUndoLeavesTheYearToBeSealed() {
        var instance = sealing();
        undone("REJECT");
        assertThat(engine.hasTask("UserTask_SealYear")).isTrue();
        assertThat(engine.pathway(instance)).endsWith(path(UNDONE + "BoundaryEvent_UndoRejected"));
    }

    @Test
    void anUndoThatCameTooLateLeavesTheYearToBeSealed() {
        engine.mock("undoClosing", execution -> {
            throw new BpmnError(CloseSchoolYearProcess.UNDO_REFUSED);
        });
        var instance = sealing();
        undone("SIGN");
        engine.run("ServiceTask_UndoClosing");
        assertThat(engine.hasTask("UserTask_SealYear")).isTrue();
        assertThat(engine.pathway(instance))
                .endsWith(path(UNDONE + "ServiceTask_UndoClosing BoundaryEvent_UndoRefused"));
    }

    private void effect(String... beans) {
        Stream.of(beans).forEach(bean -> engine.mock(bean, execution -> effects.add(bean)));
    }

    private void findings(String left) {
        engine.mock("runChecks", execution -> execution.setVariable("findings", left));
    }

    private void classes(String... classClosings) {
        engine.mock("openClasses", execution -> {
            execution.setVariable("classClosings", Variables.untypedValue(List.of(classClosings), true));
            var labels = Stream.of(classClosings).collect(Collectors.toMap(each -> each, each -> "5А"));
            execution.setVariable("classLabels", Variables.untypedValue(labels, true));
        });
    }

    private void orders(String... orders) {
        engine.mock(
                "draftOrders",
                execution -> execution.setVariable("closingOrders", Variables.untypedValue(List.of(orders), true)));
    }

    private ProcessInstance started() {
        var instance = engine.start(
                CloseSchoolYearProcess.KEY,
                closing,
                Map.of(
                        "organization", "school-27",
                        "caseLabel", "Закрытие года",
                        "initiator", first,
                        "countersigner", "coordinator"));
        checked();
        return instance;
    }

    private void checked() {
        engine.run("ServiceTask_FreezeRoster");
        engine.run("ServiceTask_RunChecks");
    }

    private void recheck(String decision) {
        engine.complete("UserTask_ResolveFindings", Map.of("findingsDecision", decision));
        checked();
    }

    private void closedClass() {
        engine.run("ServiceTask_OpenClasses");
        closeClass(first);
    }

    private void closeClass(String classClosing) {
        engine.runOf(classClosing, "ServiceTask_PrepareOutcomes");
        engine.completeOf(classClosing, "UserTask_ProposeOutcomes", Map.of());
        engine.completeOf(classClosing, "UserTask_ReviewOutcomes", Map.of("reviewDecision", "ACCEPT"));
        engine.runOf(classClosing, "EndEvent_OutcomesAccepted");
    }

    private ProcessInstance planned() {
        var instance = started();
        closedClass();
        engine.complete("UserTask_RecordCouncil");
        engine.complete("UserTask_ApproveNextClasses");
        engine.run("ServiceTask_PrepareDryRun");
        return instance;
    }

    private ProcessInstance countersigned() {
        var instance = planned();
        engine.complete("UserTask_ConfirmClosing", Map.of("closingDecision", "CONFIRM"));
        engine.complete("UserTask_CountersignClosing", Map.of("countersignDecision", "CONFIRM"));
        return instance;
    }

    private void issued(String draft, String decision) {
        engine.run(draft);
        engine.run("ServiceTask_FreezeOriginal");
        engine.complete("UserTask_SignOrder", Map.of("signDecision", decision));
    }

    private void sign(String orderId, String decision) {
        engine.runOf(orderId, "ServiceTask_FreezeOriginal");
        engine.completeOf(orderId, "UserTask_SignOrder", Map.of("signDecision", decision));
    }

    private void applied() {
        engine.run("ServiceTask_ApplyOutcomes");
        engine.run("ServiceTask_ActivateNewYear");
    }

    private ProcessInstance stale() {
        engine.mock("applyOutcomes", execution -> {
            throw new BpmnError(CloseSchoolYearProcess.PLAN_STALE);
        });
        var instance = countersigned();
        issued("ServiceTask_DraftOrders", "SIGN");
        engine.run("ServiceTask_ApplyOutcomes");
        return instance;
    }

    private ProcessInstance sealing() {
        var instance = countersigned();
        issued("ServiceTask_DraftOrders", "SIGN");
        applied();
        return instance;
    }

    private void undone(String decision) {
        engine.correlate(CloseSchoolYearProcess.UNDO_REQUESTED, closing);
        issued("ServiceTask_DraftUndo", decision);
    }
}
