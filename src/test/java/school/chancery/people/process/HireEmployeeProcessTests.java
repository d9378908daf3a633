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

@Deployment(resources = {"processes/people/hire-employee.bpmn", "processes/orders/issue-order.bpmn"})
class HireEmployeeProcessTests {
    @RegisterExtension
    static final ProcessEngineCoverageExtension EXTENSION = ModelEngine.covering("issue-order");

    private static final String ORDERED = "StartEvent_HiringProposed ServiceTask_DraftOrder CallActivity_IssueOrder ";
    private static final String ENTERED = ORDERED + "ServiceTask_EnterEmployee Gateway_AccessOpened ";

    private final OrderedModel model = new OrderedModel(EXTENSION.getProcessEngine(), HireEmployeeProcess.KEY);
    private final ModelEngine engine = model.engine;

    @BeforeEach
    void mockDelegates() {
        model.marks("dropHiring", "dropped");
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void theOfficeHandsOverTheAccessOfANewEmployee() {
        var instance = model.start(Map.of());
        entered("YES");
        assertThat(engine.groups("UserTask_HandOverAccess")).containsExactly("school-27.hr", "school-27.secretary");
        engine.complete("UserTask_HandOverAccess");
        assertThat(engine.pathway(instance))
                .containsExactly(path(ENTERED, "UserTask_HandOverAccess EndEvent_EmployeeHired"));
        assertThat(model.effects).containsExactly("registered", "entered " + model.id);
    }

    @Test
    void whoHasAnAccountAlreadyNeedsNoPassword() {
        var instance = model.start(Map.of());
        entered("NO");
        assertThat(engine.pathway(instance)).containsExactly(path(ENTERED, "EndEvent_EmployeeHired"));
    }

    @Test
    void nobodyIsHiredWhenTheOrderIsRejected() {
        var instance = model.start(Map.of());
        model.issued("REJECT");
        engine.run("ServiceTask_DropHiring");
        assertThat(engine.pathway(instance))
                .containsExactly(
                        path(ORDERED, "BoundaryEvent_OrderRejected ServiceTask_DropHiring EndEvent_HiringDropped"));
        assertThat(model.effects).containsExactly("dropped " + model.id);
    }

    private void entered(String accessOpened) {
        model.mock("enterEmployee", execution -> {
            model.effects.add("entered " + execution.getProcessBusinessKey());
            execution.setVariable("accessOpened", accessOpened);
        });
        model.issued("SIGN");
        engine.run("ServiceTask_EnterEmployee");
    }
}
