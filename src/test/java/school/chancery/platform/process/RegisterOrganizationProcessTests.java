package school.chancery.platform.process;

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

/** Covers {@code build-structure} too: it runs nowhere else. */
@Deployment(
        resources = {
            "processes/platform/register-organization.bpmn",
            "processes/platform/build-structure.bpmn",
        })
class RegisterOrganizationProcessTests {
    @RegisterExtension
    static final ProcessEngineCoverageExtension EXTENSION = ModelEngine.covering();

    private static final String APPROVED =
            "UserTask_PrepareApplication UserTask_ApproveApplication Gateway_ApplicationApproved ";
    private static final String OWED = "SendTask_SendApplication Gateway_Delivery ";
    private static final String SENT = OWED + "CatchEvent_MailSent ";
    private static final String REPLIED = "UserTask_RecordReply Gateway_PlatformReplied ";
    private static final String ACTIVATED =
            "UserTask_ActivateAdministrator UserTask_FillProfile CallActivity_BuildStructure EndEvent_Registered";

    private final UUID application = UUID.randomUUID();
    private final List<String> effects = new ArrayList<>();
    private final ModelEngine engine = new ModelEngine(EXTENSION.getProcessEngine());

    @BeforeEach
    void mockDelegates() {
        engine.mockRetries();
        engine.mock("sendApplication", execution -> {
            effects.add("owed");
            execution.setVariable("remindPlatformAt", "2126-01-01T00:00:00Z");
            execution.setVariable("escalateAt", "2126-01-08T00:00:00Z");
        });
        engine.mock("remindPlatform", execution -> effects.add("reminded " + execution.getProcessBusinessKey()));
        engine.mock("tellDistrict", execution -> effects.add("told " + execution.getProcessBusinessKey()));
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void registersTheOrganizationFromApplicationToStructure() {
        var instance = started();
        assertThat(engine.groups("UserTask_PrepareApplication")).containsExactly("school-27.platform-administrator");
        engine.complete("UserTask_PrepareApplication");
        assertThat(engine.groups("UserTask_ApproveApplication")).containsExactly("school-27.director");
        engine.complete("UserTask_ApproveApplication", Map.of("approval", "APPROVE"));
        sent();
        assertThat(engine.groups("UserTask_RecordReply"))
                .containsExactly("school-27.platform-administrator", "school-27.secretary");
        engine.complete("UserTask_RecordReply", Map.of("platformReply", "REGISTERED"));
        activated(instance);
        assertThat(engine.pathway(instance))
                .containsExactly(path("StartEvent_RegistrationNeeded", APPROVED, SENT, REPLIED, ACTIVATED));
        assertThat(effects).containsExactly("owed");
    }

    @Test
    void goesBackToTheAdministratorWhenTheDirectorReturnsIt() {
        var instance = started();
        engine.complete("UserTask_PrepareApplication");
        engine.complete("UserTask_ApproveApplication", Map.of("approval", "RETURN"));
        approved();
        assertThat(engine.pathway(instance)).containsExactly(path("StartEvent_RegistrationNeeded", APPROVED, APPROVED));
    }

    @Test
    void endsWhenThePlatformRefuses() {
        var instance = started();
        approved();
        sent();
        engine.complete("UserTask_RecordReply", Map.of("platformReply", "REFUSED"));
        assertThat(engine.pathway(instance))
                .containsExactly(path("StartEvent_RegistrationNeeded", APPROVED, SENT, REPLIED, "EndEvent_Refused"));
    }

    @Test
    void isPreparedAndSentAnewWhenThePlatformReturnsIt() {
        var instance = started();
        approved();
        sent();
        engine.complete("UserTask_RecordReply", Map.of("platformReply", "RETURNED"));
        approved();
        sent();
        engine.complete("UserTask_RecordReply", Map.of("platformReply", "REFUSED"));
        assertThat(engine.pathway(instance))
                .containsExactly(path(
                        "StartEvent_RegistrationNeeded",
                        APPROVED,
                        SENT,
                        REPLIED,
                        APPROVED,
                        SENT,
                        REPLIED,
                        "EndEvent_Refused"));
        assertThat(effects).containsExactly("owed", "owed");
    }

    @Test
    void asksForAnotherAddressWhenTheMailIsNotAccepted() {
        var instance = started();
        approved();
        engine.run("SendTask_SendApplication");
        engine.correlate(RegisterOrganizationProcess.MAIL_FAILED, application);
        assertThat(engine.groups("UserTask_FixDelivery")).containsExactly("school-27.platform-administrator");
        engine.complete("UserTask_FixDelivery");
        sent();
        engine.complete("UserTask_RecordReply", Map.of("platformReply", "REFUSED"));
        assertThat(engine.pathway(instance))
                .containsExactly(path(
                        "StartEvent_RegistrationNeeded",
                        APPROVED,
                        OWED,
                        "CatchEvent_MailFailed UserTask_FixDelivery",
                        SENT,
                        REPLIED,
                        "EndEvent_Refused"));
    }

    @Test
    void remindsThePlatformAndThenTellsTheDistrictWhileTheReplyIsStillAwaited() {
        var instance = started();
        approved();
        sent();
        assertThat(engine.job("BoundaryEvent_ReplyOverdue").getDuedate()).isEqualTo("2126-01-01T00:00:00Z");
        engine.run("BoundaryEvent_ReplyOverdue");
        engine.run("SendTask_RemindPlatform");
        assertThat(engine.job("BoundaryEvent_ReplyLongOverdue").getDuedate()).isEqualTo("2126-01-08T00:00:00Z");
        engine.run("BoundaryEvent_ReplyLongOverdue");
        engine.run("ServiceTask_TellDistrict");
        assertThat(effects).containsExactly("owed", "reminded " + application, "told " + application);
        engine.complete("UserTask_RecordReply", Map.of("platformReply", "REFUSED"));
        assertThat(engine.pathway(instance))
                .containsExactlyInAnyOrder(path(
                        "StartEvent_RegistrationNeeded",
                        APPROVED,
                        SENT,
                        "BoundaryEvent_ReplyOverdue SendTask_RemindPlatform EndEvent_PlatformReminded",
                        "BoundaryEvent_ReplyLongOverdue ServiceTask_TellDistrict EndEvent_DistrictTold",
                        REPLIED,
                        "EndEvent_Refused"));
    }

    @Test
    void remindsNobodyOnceTheReplyIsRecorded() {
        started();
        approved();
        sent();
        engine.complete("UserTask_RecordReply", Map.of("platformReply", "REGISTERED"));
        assertThat(engine.job("BoundaryEvent_ReplyOverdue")).isNull();
        assertThat(engine.job("BoundaryEvent_ReplyLongOverdue")).isNull();
    }

    private ProcessInstance started() {
        return engine.start(
                RegisterOrganizationProcess.KEY,
                application,
                Map.of("organization", "school-27", "caseLabel", "Заявка ШК-000001"));
    }

    private void approved() {
        engine.complete("UserTask_PrepareApplication");
        engine.complete("UserTask_ApproveApplication", Map.of("approval", "APPROVE"));
    }

    private void sent() {
        engine.run("SendTask_SendApplication");
        engine.correlate(RegisterOrganizationProcess.MAIL_SENT, application);
    }

    private void activated(ProcessInstance instance) {
        engine.complete("UserTask_ActivateAdministrator");
        engine.complete("UserTask_FillProfile");
        assertThat(engine.called(instance).getBusinessKey()).isEqualTo(application.toString());
        assertThat(engine.groups("UserTask_CreateStructure")).containsExactly("school-27.platform-administrator");
        engine.complete("UserTask_CreateStructure");
        assertThat(engine.hasEnded(instance)).isTrue();
    }
}
