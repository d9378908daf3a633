package school.chancery.platform.process;

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

@Deployment(resources = {"processes/platform/relieve-administrator.bpmn", "processes/orders/issue-order.bpmn"})
class RelieveAdministratorProcessTests {
    @RegisterExtension
    static final ProcessEngineCoverageExtension EXTENSION = ModelEngine.covering("issue-order");

    private static final String ORDERED = "ServiceTask_DraftOrder CallActivity_IssueOrder ";
    private static final String RELIEVED =
            ORDERED + "CatchEvent_EffectiveDate ServiceTask_RevokeRole Gateway_SuccessorNeeded ";

    private final UUID relief = UUID.randomUUID();
    private final UUID order = UUID.randomUUID();
    private final List<String> effects = new ArrayList<>();
    private final ModelEngine engine = new ModelEngine(EXTENSION.getProcessEngine());
    private final Map<String, Object> variables = Map.of(
            "organization",
            "school-27",
            "caseLabel",
            "Администратор платформы",
            "initiator",
            UUID.randomUUID().toString(),
            "effectiveAt",
            "2026-11-23T00:00:00Z");

    @BeforeEach
    void mockDelegates() {
        engine.mockRetries();
        engine.mock("draftOrder", execution -> execution.setVariable("orderId", order.toString()));
        engine.mock("freezeOriginal", execution -> execution.setVariable("signatureKind", "SIMPLE"));
        engine.mock("registerOrder", execution -> effects.add("registered"));
        engine.mock("dropRelief", execution -> effects.add("dropped " + execution.getProcessBusinessKey()));
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void relievesAnAdditionalAdministratorByOrder() {
        var instance = engine.start(RelieveAdministratorProcess.KEY, relief, variables);
        relieved("NO");
        assertThat(engine.pathway(instance))
                .containsExactly(path("StartEvent_ReliefProposed", RELIEVED, "EndEvent_AdministratorRelieved"));
        assertThat(effects).containsExactly("registered", "revoked " + relief);
    }

    @Test
    void asksTheDirectorForASuccessorWhenTheSchoolIsLeftWithoutAdministrator() {
        var instance = engine.start(RelieveAdministratorProcess.KEY, relief, variables);
        relieved("YES");
        assertThat(engine.groups("UserTask_NameSuccessor")).containsExactly("school-27.director");
        engine.complete("UserTask_NameSuccessor");
        assertThat(engine.pathway(instance))
                .containsExactly(path(
                        "StartEvent_ReliefProposed",
                        RELIEVED,
                        "UserTask_NameSuccessor EndEvent_AdministratorRelieved"));
    }

    @Test
    void beginsByItselfWhenTheAdministratorLeavesTheSchool() {
        var instance = engine.startByMessage(RelieveAdministratorProcess.ADMINISTRATOR_LEAVES, relief, variables);
        relieved("NO");
        assertThat(engine.pathway(instance))
                .containsExactly(path("StartEvent_AdministratorLeaves", RELIEVED, "EndEvent_AdministratorRelieved"));
    }

    @Test
    void leavesEverythingAsItWasWhenTheOrderIsRejected() {
        var instance = engine.start(RelieveAdministratorProcess.KEY, relief, variables);
        issued("REJECT");
        engine.run("ServiceTask_DropRelief");
        assertThat(engine.pathway(instance))
                .containsExactly(path(
                        "StartEvent_ReliefProposed",
                        ORDERED,
                        "BoundaryEvent_OrderRejected ServiceTask_DropRelief EndEvent_ReliefDropped"));
        assertThat(effects).containsExactly("dropped " + relief);
    }

    private void relieved(String successorNeeded) {
        engine.mock("revokeRole", execution -> {
            effects.add("revoked " + execution.getProcessBusinessKey());
            execution.setVariable("successorNeeded", successorNeeded);
        });
        issued("SIGN");
        engine.run("CatchEvent_EffectiveDate");
        engine.run("ServiceTask_RevokeRole");
    }

    private void issued(String decision) {
        engine.run("ServiceTask_DraftOrder");
        engine.run("ServiceTask_FreezeOriginal");
        engine.complete("UserTask_SignOrder", Map.of("signDecision", decision));
    }
}
