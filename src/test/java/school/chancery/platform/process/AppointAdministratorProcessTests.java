package school.chancery.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static school.chancery.ModelEngine.path;
import static school.chancery.ModelEngine.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import school.chancery.ModelEngine;

@Deployment(resources = {"processes/platform/appoint-administrator.bpmn", "processes/orders/issue-order.bpmn"})
class AppointAdministratorProcessTests {
    @RegisterExtension
    static final ProcessEngineCoverageExtension EXTENSION = ModelEngine.covering("issue-order");

    private static final String PROPOSED = "StartEvent_AppointmentProposed RuleTask_CheckCriteria Gateway_HasWarnings ";
    private static final String ISSUED = "ServiceTask_DraftOrder CallActivity_IssueOrder ";
    private static final String APPOINTED =
            ISSUED + "CatchEvent_EffectiveDate ServiceTask_GrantRole Gateway_AfterGrant ";
    private static final String DROPPED = "ServiceTask_DropAppointment EndEvent_AppointmentDropped";

    private final UUID appointment = UUID.randomUUID();
    private final UUID order = UUID.randomUUID();
    private final UUID deputy = UUID.randomUUID();
    private final UUID administrator = UUID.randomUUID();
    private final List<String> effects = new ArrayList<>();
    private final ModelEngine engine = new ModelEngine(EXTENSION.getProcessEngine());

    private final Map<String, Object> variables = Map.of(
            "organization",
            "school-27",
            "caseLabel",
            "Администратор платформы",
            "initiator",
            deputy.toString(),
            "effectiveAt",
            "2026-11-23T00:00:00Z");

    @BeforeEach
    void mockDelegates() {
        engine.mockRetries();
        engine.mock("draftOrder", execution -> execution.setVariable("orderId", order.toString()));
        engine.mock("freezeOriginal", execution -> execution.setVariable("signatureKind", "SIMPLE"));
        engine.mock("registerOrder", execution -> effects.add("registered " + execution.getProcessBusinessKey()));
        engine.mock("dropAppointment", execution -> effects.add("dropped " + execution.getProcessBusinessKey()));
        engine.mock("grantRole", execution -> {
            effects.add("granted " + execution.getProcessBusinessKey());
            execution.setVariable("administrator", administrator.toString());
        });
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void appointsACandidateNobodyHasAnythingAgainstByASignedOrder() {
        var instance = started("NONE");
        issued("SIGN");
        granted();
        assertThat(engine.task("UserTask_StudyActs").getAssignee()).isEqualTo(administrator.toString());
        assertThat(engine.groups("UserTask_PublishOnWebsite"))
                .containsExactly("school-27.platform-administrator", "school-27.secretary");
        engine.complete("UserTask_StudyActs");
        assertThat(engine.hasEnded(instance)).isFalse();
        engine.complete("UserTask_PublishOnWebsite");
        assertThat(engine.pathway(instance))
                .containsExactlyInAnyOrder(path(
                        PROPOSED,
                        APPOINTED,
                        "UserTask_StudyActs Gateway_AllDone UserTask_PublishOnWebsite Gateway_AllDone",
                        "EndEvent_AdministratorAppointed"));
        assertThat(effects).containsExactly("registered " + order, "granted " + appointment);
    }

    @Test
    void asksTheDirectorWhenTheCriteriaAdviseAgainstTheCandidate() {
        var instance = started("SOME");
        assertThat(engine.groups("UserTask_ConfirmCandidate")).containsExactly("school-27.director");
        engine.complete("UserTask_ConfirmCandidate", Map.of("candidateDecision", "CONFIRM"));
        issued("SIGN");
        granted();
        engine.complete("UserTask_PublishOnWebsite");
        engine.complete("UserTask_StudyActs");
        assertThat(engine.pathway(instance))
                .startsWith(path(PROPOSED, "UserTask_ConfirmCandidate Gateway_CandidateConfirmed", APPOINTED))
                .endsWith("EndEvent_AdministratorAppointed");
        assertThat(engine.hasEnded(instance)).isTrue();
    }

    @Test
    void dropsACandidateWhomTheDirectorDeclines() {
        var instance = started("SOME");
        engine.complete("UserTask_ConfirmCandidate", Map.of("candidateDecision", "DECLINE"));
        engine.run("ServiceTask_DropAppointment");
        assertThat(engine.pathway(instance))
                .containsExactly(path(PROPOSED, "UserTask_ConfirmCandidate Gateway_CandidateConfirmed", DROPPED));
        assertThat(effects).containsExactly("dropped " + appointment);
    }

    @Test
    void dropsTheAppointmentWhenTheOrderIsRejected() {
        var instance = started("NONE");
        issued("REJECT");
        engine.run("ServiceTask_DropAppointment");
        assertThat(engine.pathway(instance))
                .containsExactly(path(PROPOSED, ISSUED, "BoundaryEvent_OrderRejected", DROPPED));
        assertThat(effects).containsExactly("dropped " + appointment);
    }

    @Test
    void tellsTheDirectorWhenTheCandidateLeftBeforeTheDayAndAppointsNobody() {
        engine.mock("grantRole", execution -> {
            throw new BpmnError(AppointAdministratorProcess.CANDIDATE_LEFT);
        });
        var instance = started("NONE");
        issued("SIGN");
        granted();
        assertThat(engine.groups("UserTask_ReviewCandidateLeft")).containsExactly("school-27.director");
        engine.complete("UserTask_ReviewCandidateLeft");
        engine.run("ServiceTask_DropAppointment");
        assertThat(engine.pathway(instance))
                .containsExactly(path(
                        PROPOSED,
                        ISSUED,
                        "CatchEvent_EffectiveDate ServiceTask_GrantRole BoundaryEvent_CandidateLeft",
                        "UserTask_ReviewCandidateLeft",
                        DROPPED));
        assertThat(effects).containsExactly("registered " + order, "dropped " + appointment);
    }

    @Test
    void waitsForTheDayFromWhichTheOrderAppoints() {
        var instance = started("NONE", "2126-01-01T21:00:00Z");
        issued("SIGN");
        assertThat(engine.job("CatchEvent_EffectiveDate").getDuedate()).isEqualTo("2126-01-01T21:00:00Z");
        assertThat(effects).doesNotContain("granted " + appointment);
        granted();
        assertThat(effects).contains("granted " + appointment);
        assertThat(engine.hasEnded(instance)).isFalse();
    }

    @Test
    void handsTheOrderItsIdTheOrganizationAndWhoAsked() {
        var instance = started("NONE");
        engine.run("ServiceTask_DraftOrder");
        var called = engine.called(instance);
        assertThat(called.getBusinessKey()).isEqualTo(order.toString());
        assertThat(engine.variable(called, "organization")).isEqualTo("school-27");
        assertThat(engine.variable(called, "initiator")).isEqualTo(deputy.toString());
        assertThat(engine.variable(called, "caseLabel")).isEqualTo("Администратор платформы");
        assertThat(engine.variable(called, "draftComplete")).isEqualTo("true");
        assertThat(engine.variable(called, "calledByCase")).isEqualTo("true");
    }

    private ProcessInstance started(String warnings) {
        return started(warnings, "2026-11-23T00:00:00Z");
    }

    private ProcessInstance started(String warnings, String effectiveAt) {
        engine.mock("checkCriteria", execution -> execution.setVariable("warnings", warnings));
        return engine.start(AppointAdministratorProcess.KEY, appointment, with(variables, "effectiveAt", effectiveAt));
    }

    private void issued(String decision) {
        engine.run("ServiceTask_DraftOrder");
        engine.run("ServiceTask_FreezeOriginal");
        engine.complete("UserTask_SignOrder", Map.of("signDecision", decision));
    }

    private void granted() {
        engine.run("CatchEvent_EffectiveDate");
        engine.run("ServiceTask_GrantRole");
    }
}
