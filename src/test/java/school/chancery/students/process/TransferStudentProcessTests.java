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

@Deployment(resources = {"processes/students/transfer-student.bpmn", "processes/orders/issue-order.bpmn"})
class TransferStudentProcessTests {
    @RegisterExtension
    static final ProcessEngineCoverageExtension EXTENSION = ModelEngine.covering("issue-order");

    /** As long as the order is not issued. */
    private static final String BEGINNING =
            "StartEvent_TransferRequested StartEvent_ApplicationTaken Gateway_PlaceNeeded ";

    private static final String BEGUN =
            "StartEvent_TransferRequested SubProcess_BeforeOrder StartEvent_ApplicationTaken Gateway_PlaceNeeded ";
    private static final String ASKED = "ServiceTask_RequestPlace Gateway_AnswerAwaited CatchEvent_PlaceAnswered "
            + "ServiceTask_TakeAnswer Gateway_PlaceGiven ";
    private static final String ORDERED =
            "ServiceTask_DraftOrder CallActivity_IssueOrder EndEvent_OrderIssued Gateway_LeavesSchool ";
    private static final String DROPPED = "ServiceTask_DropTransfer Gateway_DropReason ";

    private final UUID transfer = UUID.randomUUID();
    private final UUID order = UUID.randomUUID();
    private final List<String> effects = new ArrayList<>();
    private final ModelEngine engine = new ModelEngine(EXTENSION.getProcessEngine());

    @BeforeEach
    void mockDelegates() {
        engine.mockRetries();
        engine.mock("draftOrder", execution -> execution.setVariable("orderId", order.toString()));
        engine.mock("freezeOriginal", execution -> execution.setVariable("signatureKind", "SIMPLE"));
        engine.mock("registerOrder", execution -> effects.add("registered"));
        engine.mock("requestPlace", execution -> {
            effects.add("asked");
            execution.setVariable("answerDueAt", "2030-01-01T00:00:00Z");
        });
        engine.mock("askDistrict", execution -> effects.add("district asked"));
        engine.mock("moveToClass", execution -> effects.add("moved"));
        engine.mock("withdrawStudent", execution -> effects.add("withdrawn"));
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void movesToAnotherClassByOrder() {
        var instance = start("OTHER_CLASS");
        issued("SIGN");
        engine.run("ServiceTask_MoveToClass");
        assertThat(engine.pathway(instance))
                .containsExactly(path(BEGUN, ORDERED, "ServiceTask_MoveToClass EndEvent_Moved"));
        assertThat(effects).containsExactly("registered", "moved");
    }

    @Test
    void asksTheOtherSchoolBeforeAnyOrderAndEndsWithItsNotice() {
        var instance = start("SYSTEM_SCHOOL");
        answered("ACCEPTED");
        issued("SIGN");
        engine.run("ServiceTask_WithdrawStudent");
        assertThat(engine.groups("UserTask_RecordNotice")).containsExactly("school-27.deputy", "school-27.secretary");
        engine.correlate(TransferStudentProcess.ENROLMENT_NOTIFIED, transfer);
        engine.complete("UserTask_HandOverFile");
        assertThat(engine.pathway(instance))
                .startsWith(path(BEGUN, ASKED, ORDERED, "ServiceTask_WithdrawStudent Gateway_Withdrawn"))
                .contains("BoundaryEvent_EnrolmentNotified")
                .endsWith("Gateway_AllDone", "EndEvent_Left");
        assertThat(effects).containsExactly("asked", "registered", "withdrawn");
    }

    @Test
    void aNoticeOnPaperEndsTheTransferToASchoolOutside() {
        var instance = start("OUTSIDE_SCHOOL");
        issued("SIGN");
        engine.run("ServiceTask_WithdrawStudent");
        engine.complete("UserTask_HandOverFile");
        engine.complete("UserTask_RecordNotice");
        assertThat(engine.pathway(instance))
                .contains("UserTask_RecordNotice", "Gateway_NoticeKnown")
                .endsWith("EndEvent_Left");
        assertThat(engine.hasEnded(instance)).isTrue();
    }

    @Test
    void asksTheDistrictWhenThePlaceIsRefusedAndThenTheSchoolItHasFound() {
        var instance = start("SYSTEM_SCHOOL");
        answered("REFUSED");
        searched(instance, "FOUND");
        answered("ACCEPTED");
        issued("SIGN");
        engine.run("ServiceTask_WithdrawStudent");
        assertThat(engine.pathway(instance))
                .startsWith(path(
                        BEGUN,
                        ASKED,
                        "ServiceTask_AskDistrict CatchEvent_PlaceSearched Gateway_SchoolFound ",
                        ASKED,
                        ORDERED,
                        "ServiceTask_WithdrawStudent"));
        assertThat(effects).containsExactly("asked", "district asked", "asked", "registered", "withdrawn");
    }

    @Test
    void asksTheDistrictWhenNoAnswerComesInTime() {
        var instance = start("SYSTEM_SCHOOL");
        takesAnswer("NONE");
        engine.run("ServiceTask_RequestPlace");
        engine.run("CatchEvent_AnswerOverdue");
        engine.run("ServiceTask_TakeAnswer");
        engine.run("ServiceTask_AskDistrict");
        assertThat(engine.pathway(instance)).contains("CatchEvent_AnswerOverdue", "ServiceTask_AskDistrict");
    }

    @Test
    void anAnswerToAFormerRequestIsPassedOver() {
        var instance = start("SYSTEM_SCHOOL");
        answered("NONE_YET");
        answered("ACCEPTED");
        engine.run("ServiceTask_DraftOrder");
        assertThat(engine.pathway(instance)).startsWith(path(BEGINNING, ASKED, ASKED, "ServiceTask_DraftOrder"));
    }

    @Test
    void endsWithoutAnOrderWhenTheDistrictFindsNoSchool() {
        var instance = start("SYSTEM_SCHOOL");
        drops("NO_SCHOOL");
        answered("REFUSED");
        searched(instance, "NONE");
        engine.run("ServiceTask_DropTransfer");
        assertThat(engine.pathway(instance))
                .contains("EndEvent_NoSchool", "BoundaryEvent_NoSchool")
                .endsWith(path(DROPPED, "EndEvent_NoSchoolFound"));
        assertThat(effects).doesNotContain("registered").endsWith("dropped");
    }

    @Test
    void endsWhenTheParentsTakeTheApplicationBackBeforeTheOrderIsSigned() {
        var instance = start("SYSTEM_SCHOOL");
        drops("WITHDRAWN");
        answered("ACCEPTED");
        engine.run("ServiceTask_DraftOrder");
        engine.run("ServiceTask_FreezeOriginal");
        engine.correlate(TransferStudentProcess.REQUEST_WITHDRAWN, transfer);
        assertThat(engine.hasTask("UserTask_SignOrder")).isFalse();
        engine.run("ServiceTask_DropTransfer");
        assertThat(engine.pathway(instance))
                .contains("BoundaryEvent_RequestWithdrawn")
                .endsWith(path(DROPPED, "EndEvent_RequestWithdrawn"));
    }

    @Test
    void leavesThePupilWhereItIsWhenTheOrderIsRejected() {
        var instance = start("OTHER_CLASS");
        drops("ORDER_REJECTED");
        issued("REJECT");
        engine.run("ServiceTask_DropTransfer");
        assertThat(engine.pathway(instance))
                .contains("BoundaryEvent_OrderRejected")
                .endsWith(path(DROPPED, "EndEvent_OrderRejected"));
        assertThat(effects).containsExactly("dropped");
    }

    private ProcessInstance start(String kind) {
        return engine.start(
                TransferStudentProcess.KEY,
                transfer,
                Map.of(
                        "organization",
                        "school-27",
                        "caseLabel",
                        "Перевод",
                        "initiator",
                        UUID.randomUUID().toString(),
                        "transferKind",
                        kind));
    }

    private void answered(String answer) {
        takesAnswer(answer);
        engine.run("ServiceTask_RequestPlace");
        engine.correlate(TransferStudentProcess.PLACE_ANSWERED, transfer);
        engine.run("ServiceTask_TakeAnswer");
    }

    private void takesAnswer(String answer) {
        engine.mock("takeAnswer", execution -> execution.setVariable("placeAnswer", answer));
    }

    private void searched(ProcessInstance instance, String found) {
        engine.run("ServiceTask_AskDistrict");
        EXTENSION.getProcessEngine().getRuntimeService().setVariable(instance.getId(), "placeSearch", found);
        engine.correlate(TransferStudentProcess.PLACE_SEARCHED, transfer);
    }

    private void drops(String reason) {
        engine.mock("dropTransfer", execution -> {
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
