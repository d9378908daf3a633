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

@Deployment(resources = {"processes/people/hire-employee.bpmn", "processes/orders/issue-order.bpmn"})
class HireEmployeeProcessTests {
    @RegisterExtension
    static final ProcessEngineCoverageExtension EXTENSION = ModelEngine.covering("issue-order");

    private static final String ORDERED = "StartEvent_HiringProposed ServiceTask_DraftOrder CallActivity_IssueOrder ";
    private static final String ENTERED = ORDERED + "ServiceTask_EnterEmployee Gateway_AccessOpened ";

    private final UUID hiring = UUID.randomUUID();
    private final List<String> effects = new ArrayList<>();
    private final ModelEngine engine = new ModelEngine(EXTENSION.getProcessEngine());
    private final Map<String, Object> variables = Map.of(
            "organization",
            "school-27",
            "caseLabel",
            "Приём на работу",
            "initiator",
            UUID.randomUUID().toString());

    @BeforeEach
    void mockDelegates() {
        engine.mockRetries();
        engine.mock(
                "draftOrder",
                execution -> execution.setVariable("orderId", UUID.randomUUID().toString()));
        engine.mock("freezeOriginal", execution -> execution.setVariable("signatureKind", "SIMPLE"));
        engine.mock("registerOrder", execution -> effects.add("registered"));
        engine.mock("dropHiring", execution -> effects.add("dropped " + execution.getProcessBusinessKey()));
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void theOfficeHandsOverTheAccessOfANewEmployee() {
        var instance = engine.start(HireEmployeeProcess.KEY, hiring, variables);
        entered("YES");
        assertThat(engine.groups("UserTask_HandOverAccess")).containsExactly("school-27.hr", "school-27.secretary");
        engine.complete("UserTask_HandOverAccess");
        assertThat(engine.pathway(instance))
                .containsExactly(path(ENTERED, "UserTask_HandOverAccess EndEvent_EmployeeHired"));
        assertThat(effects).containsExactly("registered", "entered " + hiring);
    }

    @Test
    void whoHasAnAccountAlreadyNeedsNoPassword() {
        var instance = engine.start(HireEmployeeProcess.KEY, hiring, variables);
        entered("NO");
        assertThat(engine.pathway(instance)).containsExactly(path(ENTERED, "EndEvent_EmployeeHired"));
    }

    @Test
    void nobodyIsHiredWhenTheOrderIsRejected() {
        var instance = engine.start(HireEmployeeProcess.KEY, hiring, variables);
        issued("REJECT");
        engine.run("ServiceTask_DropHiring");
        assertThat(engine.pathway(instance))
                .containsExactly(
                        path(ORDERED, "BoundaryEvent_OrderRejected ServiceTask_DropHiring EndEvent_HiringDropped"));
        assertThat(effects).containsExactly("dropped " + hiring);
    }

    private void entered(String accessOpened) {
        engine.mock("enterEmployee", execution -> {
            effects.add("entered " + execution.getProcessBusinessKey());
            execution.setVariable("accessOpened", accessOpened);
        });
        issued("SIGN");
        engine.run("ServiceTask_EnterEmployee");
    }

    private void issued(String decision) {
        engine.run("ServiceTask_DraftOrder");
        engine.run("ServiceTask_FreezeOriginal");
        engine.complete("UserTask_SignOrder", Map.of("signDecision", decision));
    }
}
