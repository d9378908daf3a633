package school.chancery.students.process;

import static org.assertj.core.api.Assertions.assertThat;
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

@Deployment(resources = {"processes/students/receive-student.bpmn", "processes/orders/issue-order.bpmn"})
class ReceiveStudentProcessTests {
    @RegisterExtension
    static final ProcessEngineCoverageExtension EXTENSION = ModelEngine.covering("issue-order");

    private static final String RECEIVED =
            "StartEvent_PlaceRequested UserTask_AnswerRequest Gateway_PlaceGiven CatchEvent_StudentWithdrawn "
                    + "UserTask_ReceiveDocuments Gateway_DocumentsTaken ";

    private final UUID request = UUID.randomUUID();
    private final UUID order = UUID.randomUUID();
    private final List<String> effects = new ArrayList<>();
    private final ModelEngine engine = new ModelEngine(EXTENSION.getProcessEngine());

    @BeforeEach
    void mockDelegates() {
        engine.mockRetries();
        engine.mock("draftOrder", execution -> execution.setVariable("orderId", order.toString()));
        engine.mock("freezeOriginal", execution -> execution.setVariable("signatureKind", "SIMPLE"));
        engine.mock("registerOrder", execution -> effects.add("registered"));
        engine.mock("enrollStudent", execution -> effects.add("enrolled"));
        engine.mock("notifySendingSchool", execution -> effects.add("told"));
        engine.mock("closeReception", execution -> effects.add("closed"));
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void enrolsByOrderAndTellsTheFormerSchool() {
        var instance = received("TAKEN");
        issued("SIGN");
        engine.run("ServiceTask_EnrollStudent");
        engine.run("SendTask_NotifySendingSchool");
        assertThat(engine.pathway(instance))
                .containsExactly(path(
                        RECEIVED,
                        "ServiceTask_DraftOrder CallActivity_IssueOrder ServiceTask_EnrollStudent "
                                + "SendTask_NotifySendingSchool EndEvent_Enrolled"));
        assertThat(effects).containsExactly("registered", "enrolled", "told");
    }

    @Test
    void endsWhenThereIsNoPlace() {
        var instance = start();
        assertThat(engine.groups("UserTask_AnswerRequest")).containsExactly("school-5.deputy", "school-5.director");
        engine.complete("UserTask_AnswerRequest", Map.of("placeDecision", "REFUSE"));
        assertThat(engine.pathway(instance))
                .containsExactly(path(
                        "StartEvent_PlaceRequested UserTask_AnswerRequest Gateway_PlaceGiven EndEvent_PlaceRefused"));
    }

    @Test
    void givesThePlaceBackWhenNobodyComes() {
        var instance = received("NOT_COME");
        engine.run("ServiceTask_CloseReception");
        assertThat(engine.pathway(instance))
                .containsExactly(path(RECEIVED, "ServiceTask_CloseReception EndEvent_NotEnrolled"));
        assertThat(effects).containsExactly("closed");
    }

    @Test
    void givesThePlaceBackWhenTheOrderIsRejected() {
        var instance = received("TAKEN");
        issued("REJECT");
        engine.run("ServiceTask_CloseReception");
        assertThat(engine.pathway(instance))
                .endsWith("BoundaryEvent_OrderRejected", "ServiceTask_CloseReception", "EndEvent_NotEnrolled");
    }

    @Test
    void endsWhereverItStandsWhenTheParentsTakeTheApplicationBack() {
        var instance = start();
        engine.complete("UserTask_AnswerRequest", Map.of("placeDecision", "ACCEPT"));
        engine.correlate(TransferStudentProcess.REQUEST_WITHDRAWN, request);
        assertThat(engine.hasEnded(instance)).isTrue();
        assertThat(engine.pathway(instance)).contains("StartEvent_RequestWithdrawn", "EndEvent_RequestWithdrawn");
    }

    private ProcessInstance start() {
        return engine.startByMessage(
                ReceiveStudentProcess.PLACE_REQUESTED,
                request,
                Map.of("organization", "school-5", "caseLabel", "Место"));
    }

    private ProcessInstance received(String decision) {
        var instance = start();
        engine.complete("UserTask_AnswerRequest", Map.of("placeDecision", "ACCEPT"));
        engine.correlate(ReceiveStudentProcess.STUDENT_WITHDRAWN, request);
        engine.complete(
                "UserTask_ReceiveDocuments",
                Map.of(
                        "documentsDecision",
                        decision,
                        "initiator",
                        UUID.randomUUID().toString()));
        return instance;
    }

    private void issued(String decision) {
        engine.run("ServiceTask_DraftOrder");
        engine.run("ServiceTask_FreezeOriginal");
        engine.complete("UserTask_SignOrder", Map.of("signDecision", decision));
    }
}
