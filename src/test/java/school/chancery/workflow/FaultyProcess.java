package school.chancery.workflow;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.identity.Role;
import school.chancery.organization.Organization;
import school.chancery.workflow.TrialProcess.Trial;
import school.chancery.workflow.process.FailingStep;

/** A process whose steps fail when a test wants it: one in a job, one in the delivery of a message. */
@TestConfiguration(proxyBeanMethods = false)
public class FaultyProcess {
    public static final String KEY = "try-out-faulty";
    public static final String WORK = "ServiceTask_Work";
    public static final String MESSAGE = "workflow.faulty-told";
    public static final String STARTED_BY = "workflow.faulty-wanted";

    @Bean
    FailingStep failingStep() {
        return new FailingStep();
    }

    @Bean
    StartableProcess startableFaulty() {
        return new StartableProcess(KEY, "workflow/try-out-faulty/start", Set.of(Role.DIRECTOR));
    }

    @Bean
    Starter faulty(Cases cases, RepositoryService repository, TransactionTemplate transactions) {
        repository
                .createDeployment()
                .name("faulty")
                .enableDuplicateFiltering(true)
                .addModelInstance("try-out-faulty.bpmn", model())
                .deploy();
        return new Starter(cases, transactions);
    }

    private static BpmnModelInstance model() {
        var process = Bpmn.createExecutableProcess(KEY).name("Сбойная проба").camundaHistoryTimeToLiveString("P1825D");
        process.startEvent("StartEvent_Faulty")
                .name("Нужна сбойная проба")
                .serviceTask(WORK)
                .name("Посчитать")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${failingStep}")
                .camundaFailedJobRetryTimeCycle("${retry.quick()}")
                .intermediateCatchEvent("CatchEvent_Told")
                .name("Сообщено")
                .message(MESSAGE)
                .serviceTask("ServiceTask_Receive")
                .name("Принять")
                .camundaDelegateExpression("${failingStep}")
                .endEvent("EndEvent_Faulty")
                .name("Готово");
        return process.startEvent("StartEvent_FaultyTold")
                .name("Попросили о пробе")
                .message(STARTED_BY)
                .connectTo(WORK)
                .done();
    }

    /** Starts it in the product's name; it then stands before its first step. */
    public static final class Starter {
        private final Cases cases;
        private final TransactionTemplate transactions;

        private Starter(Cases cases, TransactionTemplate transactions) {
            this.cases = cases;
            this.transactions = transactions;
        }

        public Trial start(Organization organization) {
            var key = UUID.randomUUID();
            var wanted = new NewCase(KEY, key, organization.id(), "Сбойная проба № 1", List.of());
            return new Trial(Acting.as(Actor.PRODUCT, () -> transactions.execute(status -> cases.start(wanted))), key);
        }
    }
}
