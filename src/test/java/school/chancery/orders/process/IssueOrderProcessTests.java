package school.chancery.orders.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.chancery.ModelEngine.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import school.chancery.ModelEngine;

@Deployment(resources = "processes/orders/issue-order.bpmn")
class IssueOrderProcessTests {
    @RegisterExtension
    static final ProcessEngineCoverageExtension EXTENSION = ModelEngine.covering();

    private static final String BEGUN = "StartEvent_OrderNeeded Gateway_DraftComplete ";
    private static final String PREPARED = "UserTask_PrepareOrder ";
    private static final String FROZEN = "ServiceTask_FreezeOriginal Gateway_SignedOnPaper ";
    private static final String DECIDED = "UserTask_SignOrder Gateway_OrderSigned ";
    private static final String REGISTERED = "ServiceTask_RegisterOrder EndEvent_OrderRegistered";

    private final UUID order = UUID.randomUUID();
    private final UUID deputy = UUID.randomUUID();
    private final List<String> effects = new ArrayList<>();
    private final ModelEngine engine = new ModelEngine(EXTENSION.getProcessEngine());

    @BeforeEach
    void mockDelegates() {
        engine.mockRetries();
        signed("SIMPLE");
        engine.mock("registerOrder", execution -> effects.add("registered " + execution.getProcessBusinessKey()));
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void asksItsInitiatorOrTheSecretaryToPrepareTheDraftFirst() {
        begun("false", "false");
        assertThat(engine.groups("UserTask_PrepareOrder")).containsExactly("school-27.secretary");
        assertThat(engine.users("UserTask_PrepareOrder")).containsExactly(deputy.toString());
        assertThat(engine.formKey("UserTask_PrepareOrder")).isEqualTo("orders/issue-order/prepare-order");
    }

    @Test
    void registersAtOnceWhatTheDirectorSigns() {
        var instance = prepared();
        assertThat(engine.groups("UserTask_SignOrder")).containsExactly("school-27.director");
        decide("SIGN");
        assertThat(engine.pathway(instance)).containsExactly(path(BEGUN, PREPARED, FROZEN, DECIDED, REGISTERED));
        assertThat(engine.hasEnded(instance)).isTrue();
        assertThat(effects).containsExactly("registered " + order);
    }

    @Test
    void skipsPreparationWhenACaseBringsACompleteDraft() {
        var instance = begun("true", "true");
        engine.run("ServiceTask_FreezeOriginal");
        decide("SIGN");
        assertThat(engine.pathway(instance)).containsExactly(path(BEGUN, FROZEN, DECIDED, REGISTERED));
    }

    @Test
    void freezesOnlyAfterTheDraftIsSafelyCommitted() {
        begun("false", "false");
        engine.complete("UserTask_PrepareOrder");
        assertThat(engine.job("ServiceTask_FreezeOriginal")).isNotNull();
        assertThat(engine.hasTask("UserTask_SignOrder")).isFalse();
    }

    @Test
    void goesBackToItsWriterWhenTheDirectorReturnsIt() {
        var instance = prepared();
        decide("RETURN");
        engine.complete("UserTask_PrepareOrder");
        engine.run("ServiceTask_FreezeOriginal");
        decide("SIGN");
        assertThat(engine.pathway(instance))
                .containsExactly(path(BEGUN, PREPARED, FROZEN, DECIDED, PREPARED, FROZEN, DECIDED, REGISTERED));
    }

    @Test
    void endsAsARejectedDraftWhenNobodyWaitsForTheOrder() {
        var instance = prepared();
        decide("REJECT");
        assertThat(engine.pathway(instance))
                .containsExactly(path(BEGUN, PREPARED, FROZEN, DECIDED, "Gateway_CalledByCase EndEvent_DraftRejected"));
        assertThat(effects).isEmpty();
    }

    @Test
    void tellsTheCallingCaseThatItsOrderWasRejected() {
        begun("true", "true");
        engine.run("ServiceTask_FreezeOriginal");
        // Started on its own here, so the error finds nobody to catch it; callers have a boundary event for it.
        assertThatThrownBy(() -> decide("REJECT")).hasMessageContaining(IssueOrderProcess.ORDER_REJECTED);
    }

    @Test
    void letsTheSecretaryRecordAnOrderSignedOnPaper() {
        signed("PAPER");
        var instance = prepared();
        assertThat(engine.groups("UserTask_RecordPaperSignature")).containsExactly("school-27.secretary");
        engine.complete("UserTask_RecordPaperSignature", Map.of("signDecision", "SIGN"));
        assertThat(engine.pathway(instance))
                .containsExactly(
                        path(BEGUN, PREPARED, FROZEN, "UserTask_RecordPaperSignature Gateway_OrderSigned", REGISTERED));
    }

    @Test
    void registersNothingWhenRegistrationFails() {
        engine.mock("registerOrder", execution -> {
            throw new IllegalStateException("no number");
        });
        prepared();
        assertThatThrownBy(() -> decide("SIGN")).hasMessageContaining("no number");
        assertThat(engine.hasTask("UserTask_SignOrder")).isTrue();
    }

    private void signed(String kind) {
        engine.mock("freezeOriginal", execution -> execution.setVariable("signatureKind", kind));
    }

    private ProcessInstance prepared() {
        var instance = begun("false", "false");
        engine.complete("UserTask_PrepareOrder");
        engine.run("ServiceTask_FreezeOriginal");
        return instance;
    }

    private ProcessInstance begun(String draftComplete, String calledByCase) {
        return engine.start(
                IssueOrderProcess.KEY,
                order,
                Map.of(
                        "organization",
                        "school-27",
                        "caseLabel",
                        "Проект приказа № 1",
                        "initiator",
                        deputy.toString(),
                        "draftComplete",
                        draftComplete,
                        "calledByCase",
                        calledByCase));
    }

    private void decide(String decision) {
        engine.complete("UserTask_SignOrder", Map.of("signDecision", decision));
    }
}
