package school.chancery.workflow;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.identity.Role;
import school.chancery.organization.Organization;

/** A small process of the tests' own: the director decides, the secretary files, a message may come in between. */
@TestConfiguration(proxyBeanMethods = false)
public class TrialProcess {
    public static final String KEY = "try-out";
    public static final String DECIDE = "UserTask_Decide";
    public static final String FILE = "UserTask_File";
    public static final String MESSAGE = "workflow.trial-answered";

    @Bean
    StartableProcess startableTrial() {
        return new StartableProcess(KEY, "workflow/try-out/start", Set.of(Role.DEPUTY, Role.DIRECTOR));
    }

    @Bean
    Trials trials(Cases cases, RepositoryService repository, TransactionTemplate transactions) {
        repository
                .createDeployment()
                .name("trial")
                .enableDuplicateFiltering(true)
                .addModelInstance("try-out.bpmn", model())
                .deploy();
        return new Trials(cases, transactions);
    }

    private static BpmnModelInstance model() {
        return Bpmn.createExecutableProcess(KEY)
                .name("Проба")
                .camundaHistoryTimeToLiveString("P1825D")
                .startEvent("StartEvent_Wanted")
                .name("Нужна проба")
                .camundaFormKey("workflow/try-out/start")
                .userTask(DECIDE)
                .name("Решить")
                .camundaCandidateGroups("${organization}.director,${organization}.deputy")
                .camundaFormKey("workflow/try-out/decide")
                .exclusiveGateway("Gateway_Decided")
                .name("Согласовано?")
                .sequenceFlowId("Flow_Decided_Yes")
                .condition("согласовано", "${decision == 'YES'}")
                .intermediateCatchEvent("CatchEvent_Answered")
                .name("Ответ получен")
                .message(MESSAGE)
                .userTask(FILE)
                .name("Подшить")
                .camundaCandidateGroups("${organization}.secretary")
                .camundaFormKey("workflow/try-out/file")
                .endEvent("EndEvent_Filed")
                .name("Подшито")
                .moveToNode("Gateway_Decided")
                .sequenceFlowId("Flow_Decided_No")
                .condition("отклонено", "${decision == 'NO'}")
                .endEvent("EndEvent_Declined")
                .name("Отклонено")
                .done();
    }

    /** Starts trials in a person's name. */
    public static final class Trials {
        private final Cases cases;
        private final TransactionTemplate transactions;

        @Autowired
        Trials(Cases cases, TransactionTemplate transactions) {
            this.cases = cases;
            this.transactions = transactions;
        }

        public Trial start(Actor actor, Organization organization) {
            var key = UUID.randomUUID();
            var instance = Acting.as(
                    actor,
                    () -> transactions.execute(status ->
                            cases.start(new NewCase(KEY, key, organization.id(), "Проба ПР-000001", List.of()))));
            return new Trial(instance, key);
        }
    }

    public record Trial(String instanceId, UUID businessKey) {}
}
