package school.chancery.yearclosing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static school.chancery.ModelEngine.path;

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

@Deployment(resources = "processes/yearclosing/close-class.bpmn")
class CloseClassProcessTests {
    @RegisterExtension
    static final ProcessEngineCoverageExtension EXTENSION = ModelEngine.covering();

    private static final String PROPOSED =
            "StartEvent_ClassOpened ServiceTask_PrepareOutcomes UserTask_ProposeOutcomes ";
    private static final String REVIEWED = "UserTask_ReviewOutcomes Gateway_OutcomesAccepted ";

    private final UUID classClosing = UUID.randomUUID();
    private final UUID teacher = UUID.randomUUID();
    private final ModelEngine engine = new ModelEngine(EXTENSION.getProcessEngine());

    @BeforeEach
    void mockDelegates() {
        engine.mockRetries();
        engine.mock("prepareOutcomes", execution -> execution.setVariable("classTeacher", teacher.toString()));
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void theClassTeacherProposesAndTheDeputyAccepts() {
        var instance = started();
        assertThat(engine.users("UserTask_ProposeOutcomes")).containsExactly(teacher.toString());
        assertThat(engine.groups("UserTask_ProposeOutcomes")).containsExactly("school-27.deputy");
        engine.complete("UserTask_ProposeOutcomes");
        assertThat(engine.groups("UserTask_ReviewOutcomes")).containsExactly("school-27.deputy", "school-27.director");
        engine.complete("UserTask_ReviewOutcomes", Map.of("reviewDecision", "ACCEPT"));
        engine.run("EndEvent_OutcomesAccepted");
        assertThat(engine.pathway(instance)).containsExactly(path(PROPOSED + REVIEWED + "EndEvent_OutcomesAccepted"));
    }

    @Test
    void whatTheDeputyGivesBackComesToTheClassTeacherAgain() {
        var instance = started();
        engine.complete("UserTask_ProposeOutcomes");
        engine.complete("UserTask_ReviewOutcomes", Map.of("reviewDecision", "RETURN"));
        assertThat(engine.users("UserTask_ProposeOutcomes")).containsExactly(teacher.toString());
        engine.complete("UserTask_ProposeOutcomes");
        engine.complete("UserTask_ReviewOutcomes", Map.of("reviewDecision", "ACCEPT"));
        engine.run("EndEvent_OutcomesAccepted");
        assertThat(engine.pathway(instance))
                .containsExactly(path(
                        PROPOSED + REVIEWED + "UserTask_ProposeOutcomes " + REVIEWED + "EndEvent_OutcomesAccepted"));
    }

    private ProcessInstance started() {
        var instance = engine.start(
                "close-class", classClosing, Map.of("organization", "school-27", "caseLabel", "Закрытие года"));
        engine.run("ServiceTask_PrepareOutcomes");
        return instance;
    }
}
