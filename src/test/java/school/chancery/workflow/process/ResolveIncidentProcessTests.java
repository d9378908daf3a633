package school.chancery.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.chancery.ModelEngine.path;
import static school.chancery.workflow.process.ResolveIncidentProcess.RESOLVE_INCIDENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import school.chancery.ModelEngine;

@Deployment(resources = "processes/workflow/resolve-incident.bpmn")
class ResolveIncidentProcessTests {
    @RegisterExtension
    static final ProcessEngineCoverageExtension EXTENSION = ModelEngine.covering();

    private static final String FOUND = "StartEvent_IncidentFound UserTask_ResolveIncident Gateway_Resolution ";

    private final UUID incident = UUID.randomUUID();
    private final List<String> retried = new ArrayList<>();
    private final ModelEngine engine = new ModelEngine(EXTENSION.getProcessEngine());

    @BeforeEach
    void prepare() {
        engine.mockRetries();
        engine.mock("retryJob", execution -> retried.add(execution.getProcessBusinessKey()));
    }

    @Test
    void theNetworkAdministratorOrTheDirectorLooksAtTheFailure() {
        found();
        assertThat(engine.groups(RESOLVE_INCIDENT))
                .containsExactly("school-27.director", "school-27.network-administrator");
        assertThat(engine.formKey(RESOLVE_INCIDENT)).isEqualTo("workflow/resolve-incident/resolve-incident");
    }

    @Test
    void theFailedStepIsTriedAgainInAJobOfItsOwn() {
        var instance = resolved("RETRY");
        assertThat(retried).isEmpty();
        engine.run("ServiceTask_RetryJob");
        assertThat(retried).containsExactly(incident.toString());
        assertThat(engine.hasEnded(instance)).isTrue();
        assertThat(engine.pathway(instance)).containsExactly(path(FOUND, "ServiceTask_RetryJob EndEvent_JobRetried"));
    }

    @Test
    void aClosedFailureIsNotTriedAgain() {
        var instance = resolved("CLOSE");
        assertThat(engine.hasEnded(instance)).isTrue();
        assertThat(engine.pathway(instance)).containsExactly(path(FOUND, "EndEvent_IncidentClosed"));
        assertThat(retried).isEmpty();
    }

    @Test
    void aRetryThatFailsItselfWaitsForItsNextTry() {
        engine.mock("retryJob", execution -> {
            throw new IllegalStateException("not now");
        });
        var instance = resolved("RETRY");
        assertThatThrownBy(() -> engine.run("ServiceTask_RetryJob")).isInstanceOf(IllegalStateException.class);
        assertThat(engine.hasEnded(instance)).isFalse();
        assertThat(engine.job("ServiceTask_RetryJob").getRetries()).isPositive();
    }

    private ProcessInstance resolved(String resolution) {
        var instance = found();
        engine.complete(RESOLVE_INCIDENT, Map.of("resolution", resolution));
        return instance;
    }

    private ProcessInstance found() {
        return engine.startByMessage(
                "workflow.incident-found", incident, Map.of("organization", "school-27", "caseLabel", "Разбор сбоя"));
    }
}
