package school.chancery.people.process;

import static org.assertj.core.api.Assertions.assertThat;
import static school.chancery.ModelEngine.path;

import java.util.Map;
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

    private final OrderedModel model = new OrderedModel(EXTENSION.getProcessEngine(), DismissEmployeeProcess.KEY);
    private final ModelEngine engine = model.engine;

    @BeforeEach
    void mockDelegates() {
        model.marks("dropDismissal", "dropped");
        model.marks("withdrawDismissal", "withdrawn");
        model.marks("endEmployment", "ended");
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void theEmploymentEndsWhenTheLastDayIsOver() {
        var instance = model.start(Map.of("effectiveAt", "2026-12-01T00:00:00Z"));
        model.issued("SIGN");
        assertThat(model.effects).containsExactly("registered");
        engine.run("CatchEvent_LastDayOver");
        engine.run("ServiceTask_EndEmployment");
        assertThat(engine.pathway(instance))
                .containsExactly(
                        path(ORDERED, "CatchEvent_LastDayOver ServiceTask_EndEmployment EndEvent_EmployeeDismissed"));
        assertThat(model.effects).containsExactly("registered", "ended " + model.id);
    }

    @Test
    void theEmployeeStaysWhenTheOrderIsRejected() {
        var instance = model.start(Map.of("effectiveAt", "2026-12-01T00:00:00Z"));
        model.issued("REJECT");
        engine.run("ServiceTask_DropDismissal");
        assertThat(engine.pathway(instance))
                .containsExactly(path(
                        ORDERED, "BoundaryEvent_OrderRejected ServiceTask_DropDismissal EndEvent_DismissalDropped"));
        assertThat(model.effects).containsExactly("dropped " + model.id);
    }

    @Test
    void aDismissalWithdrawnBeforeTheOrderTakesTheOrderFromTheDirector() {
        var instance = model.start(Map.of("effectiveAt", "2026-12-01T00:00:00Z"));
        engine.run("ServiceTask_DraftOrder");
        engine.run("ServiceTask_FreezeOriginal");
        engine.correlate(DismissEmployeeProcess.DISMISSAL_WITHDRAWN, model.id);
        assertThat(engine.hasTask("UserTask_SignOrder")).isFalse();
        engine.run("ServiceTask_WithdrawDismissal");
        // What was interrupted is not among the finished.
        assertThat(engine.pathway(instance))
                .contains(path(
                        "BoundaryEvent_DismissalWithdrawn ServiceTask_WithdrawDismissal EndEvent_DismissalWithdrawn"));
        assertThat(model.effects).containsExactly("withdrawn " + model.id);
    }
}
