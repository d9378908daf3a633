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

@Deployment(resources = {"processes/students/enrol-newcomer.bpmn", "processes/orders/issue-order.bpmn"})
class EnrolNewcomerProcessTests {
    @RegisterExtension
    static final ProcessEngineCoverageExtension EXTENSION = ModelEngine.covering("issue-order");

    private static final String CHECKED =
            "StartEvent_ApplicationReceived UserTask_CheckDocuments Gateway_DocumentsComplete ";
    private static final String PLACED = CHECKED + "UserTask_AssignPlace Gateway_PlaceGiven ";
    private static final String DROPPED = "ServiceTask_DropAdmission Gateway_DropReason ";

    private final UUID admission = UUID.randomUUID();
    private final UUID order = UUID.randomUUID();
    private final List<String> effects = new ArrayList<>();
    private final ModelEngine engine = new ModelEngine(EXTENSION.getProcessEngine());

    @BeforeEach
    void mockDelegates() {
        engine.mockRetries();
        engine.mock("draftOrder", execution -> execution.setVariable("orderId", order.toString()));
        engine.mock("freezeOriginal", execution -> execution.setVariable("signatureKind", "SIMPLE"));
        engine.mock("registerOrder", execution -> effects.add("registered"));
        engine.mock("enrolNewcomer", execution -> effects.add("enrolled"));
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void enrolsByOrderOnceDocumentsAndPlaceAreThere() {
        var instance = placed();
        issued("SIGN");
        engine.run("ServiceTask_EnrolNewcomer");
        assertThat(engine.pathway(instance))
                .containsExactly(path(
                        PLACED,
                        "ServiceTask_DraftOrder CallActivity_IssueOrder ServiceTask_EnrolNewcomer EndEvent_Enrolled"));
        assertThat(effects).containsExactly("registered", "enrolled");
    }

    @Test
    void endsWhenTheDocumentsAreNotPresented() {
        drops("DOCUMENTS_MISSING");
        var instance = start();
        assertThat(engine.groups("UserTask_CheckDocuments")).containsExactly("school-27.deputy", "school-27.secretary");
        engine.complete("UserTask_CheckDocuments", Map.of("documentsDecision", "NOT_COME"));
        engine.run("ServiceTask_DropAdmission");
        assertThat(engine.pathway(instance)).containsExactly(path(CHECKED, DROPPED, "EndEvent_DocumentsMissing"));
    }

    @Test
    void endsWhenThereIsNoPlace() {
        drops("NO_PLACE");
        var instance = start();
        engine.complete("UserTask_CheckDocuments", Map.of("documentsDecision", "TAKEN"));
        engine.complete("UserTask_AssignPlace", Map.of("placeDecision", "REFUSE"));
        engine.run("ServiceTask_DropAdmission");
        assertThat(engine.pathway(instance)).containsExactly(path(PLACED, DROPPED, "EndEvent_NoPlace"));
    }

    @Test
    void enrolsNobodyWhenTheOrderIsRejected() {
        drops("ORDER_REJECTED");
        var instance = placed();
        issued("REJECT");
        engine.run("ServiceTask_DropAdmission");
        assertThat(engine.pathway(instance))
                .endsWith(path("BoundaryEvent_OrderRejected", DROPPED, "EndEvent_OrderRejected"));
        assertThat(effects).containsExactly("dropped");
    }

    private ProcessInstance start() {
        return engine.start(
                EnrolNewcomerProcess.KEY,
                admission,
                Map.of(
                        "organization",
                        "school-27",
                        "caseLabel",
                        "Приём",
                        "initiator",
                        UUID.randomUUID().toString()));
    }

    private ProcessInstance placed() {
        var instance = start();
        engine.complete("UserTask_CheckDocuments", Map.of("documentsDecision", "TAKEN"));
        engine.complete("UserTask_AssignPlace", Map.of("placeDecision", "ACCEPT"));
        return instance;
    }

    private void drops(String reason) {
        engine.mock("dropAdmission", execution -> {
            effects.add("dropped");
            execution.setVariable("dropReason", reason);
        });
    }

    private void issued(String decision) {
        engine.run("ServiceTask_DraftOrder");
        engine.run("ServiceTask_FreezeOriginal");
        engine.complete("UserTask_SignOrder", Map.of("signDecision", decision));
    }
}
