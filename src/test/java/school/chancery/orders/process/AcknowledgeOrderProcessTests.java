package school.chancery.orders.process;

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

@Deployment(resources = "processes/orders/acknowledge-order.bpmn")
class AcknowledgeOrderProcessTests {
    @RegisterExtension
    static final ProcessEngineCoverageExtension EXTENSION = ModelEngine.covering();

    private static final String REQUESTED =
            "StartEvent_AcknowledgementRequested UserTask_Acknowledge Gateway_Acknowledged ";

    private final String teacher = UUID.randomUUID().toString();
    private final ModelEngine engine = new ModelEngine(EXTENSION.getProcessEngine());

    @Test
    void asksThePersonOrTheSecretary() {
        requested(teacher);
        assertThat(engine.users("UserTask_Acknowledge")).containsExactly(teacher);
        assertThat(engine.groups("UserTask_Acknowledge")).containsExactly("school-27.secretary");
        assertThat(engine.formKey("UserTask_Acknowledge")).isEqualTo("orders/acknowledge-order/acknowledge");
    }

    @Test
    void endsWhenThePersonConfirms() {
        assertThat(engine.pathway(settled("ACKNOWLEDGED"))).containsExactly(path(REQUESTED, "EndEvent_Acknowledged"));
    }

    @Test
    void endsWhenTheSecretaryRecordsASignatureOnPaper() {
        assertThat(engine.pathway(settled("PAPER"))).containsExactly(path(REQUESTED, "EndEvent_Acknowledged"));
    }

    @Test
    void endsApartWhenThePersonRefused() {
        assertThat(engine.pathway(settled("REFUSED"))).containsExactly(path(REQUESTED, "EndEvent_RefusalRecorded"));
    }

    @Test
    void waitsForTheSecretaryWhenThePersonHasNoAccount() {
        requested("nobody");
        assertThat(engine.users("UserTask_Acknowledge")).containsExactly("nobody");
    }

    private ProcessInstance settled(String acknowledgement) {
        var instance = requested(teacher);
        engine.complete("UserTask_Acknowledge", Map.of("acknowledgement", acknowledgement));
        assertThat(engine.hasEnded(instance)).isTrue();
        return instance;
    }

    private ProcessInstance requested(String acknowledger) {
        return engine.startByMessage(
                AcknowledgeOrderProcess.REQUESTED,
                UUID.randomUUID(),
                Map.of("organization", "school-27", "caseLabel", "Приказ № 1-О", "acknowledger", acknowledger));
    }
}
