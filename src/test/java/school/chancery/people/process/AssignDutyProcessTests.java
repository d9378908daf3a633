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

@Deployment(resources = {"processes/people/assign-duty.bpmn", "processes/orders/issue-order.bpmn"})
class AssignDutyProcessTests {
    @RegisterExtension
    static final ProcessEngineCoverageExtension EXTENSION = ModelEngine.covering("issue-order");

    private static final String ORDERED = "StartEvent_DutyProposed ServiceTask_DraftOrder CallActivity_IssueOrder ";

    private final OrderedModel model = new OrderedModel(EXTENSION.getProcessEngine(), AssignDutyProcess.KEY);
    private final ModelEngine engine = model.engine;

    @BeforeEach
    void mockDelegates() {
        model.marks("dropDuty", "dropped");
        model.marks("giveDuty", "given");
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void aDutyIsGivenOnceTheOrderIsRegistered() {
        var instance = model.start(Map.of());
        model.issued("SIGN");
        engine.run("ServiceTask_GiveDuty");
        assertThat(engine.pathway(instance)).containsExactly(path(ORDERED, "ServiceTask_GiveDuty EndEvent_DutyGiven"));
        assertThat(model.effects).containsExactly("registered", "given " + model.id);
    }

    @Test
    void nobodyGetsADutyByARejectedOrder() {
        var instance = model.start(Map.of());
        model.issued("REJECT");
        engine.run("ServiceTask_DropDuty");
        assertThat(engine.pathway(instance))
                .containsExactly(
                        path(ORDERED, "BoundaryEvent_OrderRejected ServiceTask_DropDuty EndEvent_DutyDropped"));
        assertThat(model.effects).containsExactly("dropped " + model.id);
    }
}
