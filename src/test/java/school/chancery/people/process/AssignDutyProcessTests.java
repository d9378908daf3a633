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

@Deployment(resources = {"processes/people/assign-duty.bpmn", "processes/orders/issue-order.bpmn"})
class AssignDutyProcessTests {
    @RegisterExtension
    static final ProcessEngineCoverageExtension EXTENSION = ModelEngine.covering("issue-order");

    private static final String ORDERED = "StartEvent_DutyProposed ServiceTask_DraftOrder CallActivity_IssueOrder ";

    private final UUID duty = UUID.randomUUID();
    private final List<String> effects = new ArrayList<>();
    private final ModelEngine engine = new ModelEngine(EXTENSION.getProcessEngine());
    private final Map<String, Object> variables = Map.of(
            "organization",
            "school-27",
            "caseLabel",
            "Обязанности",
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
        engine.mock("dropDuty", execution -> effects.add("dropped " + execution.getProcessBusinessKey()));
        engine.mock("giveDuty", execution -> effects.add("given " + execution.getProcessBusinessKey()));
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void aDutyIsGivenOnceTheOrderIsRegistered() {
        var instance = engine.start(AssignDutyProcess.KEY, duty, variables);
        issued("SIGN");
        engine.run("ServiceTask_GiveDuty");
        assertThat(engine.pathway(instance)).containsExactly(path(ORDERED, "ServiceTask_GiveDuty EndEvent_DutyGiven"));
        assertThat(effects).containsExactly("registered", "given " + duty);
    }

    @Test
    void nobodyGetsADutyByARejectedOrder() {
        var instance = engine.start(AssignDutyProcess.KEY, duty, variables);
        issued("REJECT");
        engine.run("ServiceTask_DropDuty");
        assertThat(engine.pathway(instance))
                .containsExactly(
                        path(ORDERED, "BoundaryEvent_OrderRejected ServiceTask_DropDuty EndEvent_DutyDropped"));
        assertThat(effects).containsExactly("dropped " + duty);
    }

    private void issued(String decision) {
        engine.run("ServiceTask_DraftOrder");
        engine.run("ServiceTask_FreezeOriginal");
        engine.complete("UserTask_SignOrder", Map.of("signDecision", decision));
    }
}
