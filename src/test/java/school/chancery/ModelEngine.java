package school.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;

/** The models alone, on an engine in memory with mocked delegates; what a path went through is read from history. */
public final class ModelEngine {
    private final ProcessEngine engine;

    public ModelEngine(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Every node and flow of the models but those named must have been walked by the tests of the class. */
    public static ProcessEngineCoverageExtension covering(String... calledModels) {
        var configuration = new ProcessCoverageInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("models-" + UUID.randomUUID());
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=1000");
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setJobExecutorActivate(false);
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        return (ProcessEngineCoverageExtension) ProcessEngineCoverageExtension.builder(configuration)
                .excludeProcessDefinitionKeys(calledModels)
                .assertClassCoverageAtLeast(1.0)
                .build();
    }

    public void mockRetries() {
        Mocks.register("retry", new Retries());
    }

    public void mock(String bean, Consumer<DelegateExecution> act) {
        Mocks.register(bean, (JavaDelegate) act::accept);
    }

    public ProcessInstance start(String key, UUID businessKey, Map<String, Object> variables) {
        return engine.getRuntimeService().startProcessInstanceByKey(key, businessKey.toString(), variables);
    }

    public ProcessInstance startByMessage(String message, UUID businessKey, Map<String, Object> variables) {
        return engine.getRuntimeService().startProcessInstanceByMessage(message, businessKey.toString(), variables);
    }

    public void correlate(String message, UUID businessKey) {
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey.toString())
                .correlate();
    }

    /** Runs the one job that waits at the element, timers included. */
    public void run(String elementId) {
        engine.getManagementService().executeJob(job(elementId).getId());
    }

    public Job job(String elementId) {
        return engine.getManagementService()
                .createJobQuery()
                .activityId(elementId)
                .singleResult();
    }

    public Task task(String elementId) {
        var task = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(elementId)
                .singleResult();
        assertThat(task).as("open task " + elementId).isNotNull();
        return task;
    }

    public void complete(String elementId, Map<String, Object> variables) {
        engine.getTaskService().complete(task(elementId).getId(), variables);
    }

    public void complete(String elementId) {
        complete(elementId, Map.of());
    }

    public List<String> groups(String elementId) {
        return engine.getTaskService().getIdentityLinksForTask(task(elementId).getId()).stream()
                .map(link -> link.getGroupId())
                .filter(group -> group != null)
                .sorted()
                .toList();
    }

    public List<String> users(String elementId) {
        return engine.getTaskService().getIdentityLinksForTask(task(elementId).getId()).stream()
                .map(link -> link.getUserId())
                .filter(user -> user != null)
                .sorted()
                .toList();
    }

    public boolean hasTask(String elementId) {
        return engine.getTaskService()
                        .createTaskQuery()
                        .taskDefinitionKey(elementId)
                        .count()
                > 0;
    }

    public String formKey(String elementId) {
        return engine.getFormService().getTaskFormKey(task(elementId).getProcessDefinitionId(), elementId);
    }

    public Object variable(ProcessInstance instance, String name) {
        var variable = engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .variableName(name)
                .singleResult();
        return variable == null ? null : variable.getValue();
    }

    public ProcessInstance called(ProcessInstance caller) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(caller.getId())
                .singleResult();
    }

    /** Business keys of everything that runs on behalf of the instance. */
    public List<String> calls(ProcessInstance caller) {
        return running(caller).stream().map(ProcessInstance::getBusinessKey).toList();
    }

    /** A variable of each of those. */
    public List<Object> handed(ProcessInstance caller, String name) {
        return running(caller).stream().map(each -> variable(each, name)).toList();
    }

    private List<ProcessInstance> running(ProcessInstance caller) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(caller.getId())
                .list();
    }

    /** As {@link #run}, where several instances wait at the element. */
    public void runOf(String businessKey, String elementId) {
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance(businessKey))
                .activityId(elementId)
                .singleResult();
        engine.getManagementService().executeJob(job.getId());
    }

    public void completeOf(String businessKey, String elementId, Map<String, Object> variables) {
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance(businessKey))
                .taskDefinitionKey(elementId)
                .singleResult();
        engine.getTaskService().complete(task.getId(), variables);
    }

    private String instance(String businessKey) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult()
                .getId();
    }

    public boolean hasEnded(ProcessInstance instance) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count()
                == 0;
    }

    /** Ids of everything the instance went through, in order; gateways too, called instances and what holds several not. */
    public List<String> pathway(ProcessInstance instance) {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .finished()
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .filter(each -> !each.getActivityType().equals("multiInstanceBody"))
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    public static Map<String, Object> with(Map<String, Object> base, Object... more) {
        var all = new HashMap<>(base);
        for (var i = 0; i < more.length; i += 2) all.put((String) more[i], more[i + 1]);
        return all;
    }

    public static String[] path(String... parts) {
        return Arrays.stream(parts)
                .flatMap(part -> Arrays.stream(part.split(" ")))
                .toArray(String[]::new);
    }

    /** Stands for the bean of workflow that names the cycles. */
    public static final class Retries {
        public String quick() {
            return "R3/PT1S";
        }

        public String patient() {
            return "R3/PT1S";
        }
    }
}
