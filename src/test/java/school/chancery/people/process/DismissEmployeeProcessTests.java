package school.chancery.people.process;

import static org.assertj.core.api.Assertions.assertThat;
import static school.chancery.ModelEngine.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import school.chancery.ModelEngine;

@Deployment(resources = {"processes/people/dismiss-employee.bpmn", "processes/orders/issue-order.bpmn"})
class DismissEmployeeProcessTests {
    @RegisterExtension
    static final ProcessEngineCoverageExtension EXTENSION = ModelEngine.covering("issue-order");

    private static final String ORDERED =
            "StartEvent_DismissalProposed ServiceTask_DraftOrder CallActivity_IssueOrder ";

    private final UUID dismissal = UUID.randomUUID();
    private final List<String> effects = new ArrayList<>();
    private final ModelEngine engine = new ModelEngine(EXTENSION.getProcessEngine());
    private final Map<String, Object> variables = Map.of(
            "organization", "school-27",
            "caseLabel", "Увольнение",
            "initiator", UUID.randomUUID().toString(),
            "effectiveAt", "2026-12-01T00:00:00Z");

    @BeforeEach
    void mockDelegates() {
        engine.mockRetries();
        engine.mock(
                "draftOrder",
                execution -> execution.setVariable("orderId", UUID.randomUUID().toString()));
        engine.mock("freezeOriginal", execution -> execution.setVariable("signatureKind", "SIMPLE"));
        engine.mock("registerOrder", execution -> effects.add("registered"));
        engine.mock("dropDismissal", execution -> effects.add("dropped " + execution.getProcessBusinessKey()));
        engine.mock("withdrawDismissal", execution -> effects.add("withdrawn " + execution.getProcessBusinessKey()));
        engine.mock("endEmployment", execution -> effects.add("ended " + execution.getProcessBusinessKey()));
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void theEmploymentEndsWhenTheLastDayIsOver() {
        var instance = engine.start(DismissEmployeeProcess.KEY, dismissal, variables);
        issued("SIGN");
        assertThat(effects).containsExactly("registered");
        engine.run("CatchEvent_LastDayOver");
        engine.run("ServiceTask_EndEmployment");
        assertThat(engine.pathway(instance))
                .containsExactly(
                        path(ORDERED, "CatchEvent_LastDayOver ServiceTask_EndEmployment EndEvent_EmployeeDismissed"));
        assertThat(effects).containsExactly("registered", "ended " + dismissal);
    }

    @Test
    void theEmployeeStaysWhenTheOrderIsRejected() {
        var instance = engine.start(DismissEmployeeProcess.KEY, dismissal, variables);
        issued("REJECT");
        engine.run("ServiceTask_DropDismissal");
        assertThat(engine.pathway(instance))
                .containsExactly(path(
                        ORDERED, "BoundaryEvent_OrderRejected ServiceTask_DropDismissal EndEvent_DismissalDropped"));
        assertThat(effects).containsExactly("dropped " + dismissal);
    }

    @Test
    void aDismissalWithdrawnBeforeTheOrderTakesTheOrderFromTheDirector() {
        var instance = engine.start(DismissEmployeeProcess.KEY, dismissal, variables);
        engine.run("ServiceTask_DraftOrder");
        engine.run("ServiceTask_FreezeOriginal");
        engine.correlate(DismissEmployeeProcess.DISMISSAL_WITHDRAWN, dismissal);
        assertThat(engine.hasTask("UserTask_SignOrder")).isFalse();
        engine.run("ServiceTask_WithdrawDismissal");
        // What was interrupted is not among the finished.
        assertThat(engine.pathway(instance))
                .contains(path(
                        "BoundaryEvent_DismissalWithdrawn ServiceTask_WithdrawDismissal EndEvent_DismissalWithdrawn"));
        assertThat(effects).containsExactly("withdrawn " + dismissal);
    }

    private void issued(String decision) {
        engine.run("ServiceTask_DraftOrder");
        engine.run("ServiceTask_FreezeOriginal");
        engine.complete("UserTask_SignOrder", Map.of("signDecision", decision));
    }
}
