package school.chancery.students.process;

import static org.assertj.core.api.Assertions.assertThat;
import static school.chancery.ModelEngine.path;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import school.chancery.ModelEngine;

@Deployment(resources = "processes/students/find-place.bpmn")
class FindPlaceProcessTests {
    @RegisterExtension
    static final ProcessEngineCoverageExtension EXTENSION = ModelEngine.covering();

    private static final String ASKED = "StartEvent_PlaceWanted UserTask_FindPlace Gateway_SchoolFound ";

    private final UUID search = UUID.randomUUID();
    private final ModelEngine engine = new ModelEngine(EXTENSION.getProcessEngine());

    @Test
    void theOfficeProposesASchool() {
        var instance = start();
        assertThat(engine.groups("UserTask_FindPlace"))
                .containsExactly("office-1.district-head", "office-1.district-specialist");
        engine.complete("UserTask_FindPlace", Map.of("placeSearch", "FOUND"));
        assertThat(engine.pathway(instance)).containsExactly(path(ASKED, "EndEvent_SchoolFound"));
    }

    @Test
    void theOfficeKnowsOfNone() {
        var instance = start();
        engine.complete("UserTask_FindPlace", Map.of("placeSearch", "NONE"));
        assertThat(engine.pathway(instance)).containsExactly(path(ASKED, "EndEvent_NoSchool"));
    }

    @Test
    void endsWhenTheParentsTakeTheApplicationBack() {
        var instance = start();
        engine.correlate(TransferStudentProcess.REQUEST_WITHDRAWN, search);
        assertThat(engine.hasEnded(instance)).isTrue();
        assertThat(engine.pathway(instance)).contains("StartEvent_RequestWithdrawn", "EndEvent_RequestWithdrawn");
    }

    private ProcessInstance start() {
        return engine.startByMessage(
                FindPlaceProcess.PLACE_WANTED, search, Map.of("organization", "office-1", "caseLabel", "Место"));
    }
}
