package school.chancery.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.chancery.workflow.EngineClient.ENGINE;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import school.chancery.ChanceryTest;
import school.chancery.identity.TestPeople;
import school.chancery.workflow.EngineHouse.House;
import school.chancery.workflow.TrialProcess.Trial;
import school.chancery.workflow.TrialProcess.Trials;

/** The engine's known holes and dangerous defaults, each tried on the running product (security-and-faults §1). */
@ChanceryTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({TrialProcess.class, EngineHouse.class})
class EngineHardeningTests {
    /** Leaves a trace that no test may find: evaluated, it would set a system property. */
    private static final String EVIL =
            "${''.getClass().forName('java.lang.System').getMethod('setProperty',''.getClass(),''.getClass())"
                    + ".invoke(null,'chancery.pwned','yes')}";

    @LocalServerPort
    private int port;

    @Autowired
    private House house;

    @Autowired
    private Trials trials;

    @Autowired
    private ProcessEngine engine;

    private EngineClient director;
    private Trial trial;
    private String task;

    @BeforeEach
    void startTrial() {
        System.clearProperty("chancery.pwned");
        trial = trials.start(house.deputy().actor(house.school()), house.school());
        task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(trial.instanceId())
                .singleResult()
                .getId();
        director = new EngineClient(port).signedIn(house.director());
    }

    // 1. CVE-2026-109432: expressions in queries

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\": \"%s\"}",
                "{\"orQueries\": [{\"assigneeExpression\": \"%s\"}]}",
                "{\"orQueries\": [{\"name\": \"x\", \"candidateUserExpression\": \"%s\"}]}",
                "{\"\\u0061ssigneeExpressio\\u006e\": \"%s\"}",
                "{\"orQueries\": [{\"dueBeforeExpression\": \"%s\"}]}"
            })
    void evaluatesNoExpressionOfAQuery(String body) {
        var sent = body.formatted(EVIL);
        assertThat(director.post(ENGINE + "/task?maxResults=10", sent).statusCode())
                .isEqualTo(400);
        assertThat(director.post(ENGINE + "/task/count", sent).statusCode()).isEqualTo(400);
        assertThat(director.post(ENGINE + "/filter/" + anyFilter() + "/list", sent)
                        .statusCode())
                .isEqualTo(400);
        assertNothingRan();
    }

    @Test
    void evaluatesNoExpressionOfAnAddress() {
        var query = "assigneeExpression=" + URLEncoder.encode(EVIL, StandardCharsets.UTF_8);
        assertThat(director.get(ENGINE + "/task?" + query).statusCode()).isEqualTo(400);
        assertThat(director.get(ENGINE + "/task?assignee%45xpression=x").statusCode())
                .isEqualTo(400);
        assertNothingRan();
    }

    @Test
    void storesNoExpressionInAFilter() {
        var filter =
                "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{\"orQueries\":[{\"assigneeExpression\":\"%s\"}]}}"
                        .formatted(EVIL);
        assertThat(director.post(ENGINE + "/filter/create", filter).statusCode())
                .isIn(400, 403);
        assertThat(director.json("PUT", ENGINE + "/filter/" + anyFilter(), filter)
                        .statusCode())
                .isIn(400, 403);
        assertNothingRan();
    }

    @Test
    void refusesExpressionsInsideTheEngineToo() {
        var tasks = engine.getTaskService();
        assertRefused(() -> tasks.createTaskQuery().taskAssigneeExpression(EVIL).list());
        assertRefused(() -> tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression(EVIL)
                .endOr()
                .list());
        assertRefused(() -> tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression(EVIL)
                .endOr()
                .count());
        assertRefused(() -> tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression(EVIL)
                .endOr()
                .listPage(0, 1));
        assertRefused(() -> tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression(EVIL)
                .endOr()
                .singleResult());
        assertRefused(() ->
                save(tasks.createTaskQuery().or().taskAssigneeExpression(EVIL).endOr()));
        assertRefused(() -> save(tasks.createTaskQuery().taskAssigneeExpression(EVIL)));
        assertRefused(() -> engine.getFilterService()
                .list(
                        anyFilter(),
                        tasks.createTaskQuery()
                                .or()
                                .taskAssigneeExpression(EVIL)
                                .endOr()));
        assertRefused(() -> engine.getFilterService()
                .count(anyFilter(), tasks.createTaskQuery().taskAssigneeExpression(EVIL)));
        assertNothingRan();
    }

    @Test
    void stillAnswersPlainOrQueries() {
        var found = director.post(
                ENGINE + "/task?maxResults=10",
                "{\"processInstanceId\":\"%s\",\"orQueries\":[{\"name\":\"Решить\",\"assignee\":\"x\"}]}"
                        .formatted(trial.instanceId()));
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains(task);
    }

    private void save(TaskQuery query) {
        var filters = engine.getFilterService();
        filters.saveFilter(filters.newTaskFilter("x").setQuery(query));
    }

    // 2. CVE-2026-77226: setup of a first administrator

    @Test
    void setsUpNoAdministratorForAnybody() {
        var user =
                "{\"profile\":{\"id\":\"evil\",\"firstName\":\"e\",\"lastName\":\"e\"},\"credentials\":{\"password\":\"evil-password\"}}";
        var anonymous = new EngineClient(port);
        assertThat(anonymous
                        .post("/camunda/api/admin/setup/default/user/create", user)
                        .statusCode())
                .isIn(401, 403);
        assertThat(director.post("/camunda/api/admin/setup/default/user/create", user)
                        .statusCode())
                .isEqualTo(403);
        assertThat(administrator()
                        .post("/camunda/api/admin/setup/default/user/create", user)
                        .statusCode())
                .isEqualTo(403);
        assertThat(engine.getIdentityService().isReadOnly()).isTrue();
        assertThatThrownBy(() -> engine.getIdentityService().newUser("evil")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void knowsNoPasswordOfItsOwn() {
        var anonymous = new EngineClient(port);
        assertThat(anonymous
                        .form(
                                "/camunda/api/admin/auth/user/default/login/tasklist",
                                "username",
                                house.director().login(),
                                "password",
                                TestPeople.PASSWORD)
                        .statusCode())
                .isIn(401, 403);
        assertThat(engine.getIdentityService()
                        .checkPassword(house.director().id().toString(), TestPeople.PASSWORD))
                .isFalse();
    }

    // 3. Who reaches the web applications at all

    @ParameterizedTest
    @ValueSource(
            strings = {
                ENGINE + "/task",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/engine-rest/engine"
            })
    void admitsNobodyWithoutSignIn(String path) {
        assertThat(new EngineClient(port).get(path).statusCode()).isIn(302, 401, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGINE + "/task", "/camunda/app/tasklist/default/", "/camunda/app/welcome/default/"})
    void keepsTeachersOut(String path) {
        assertThat(new EngineClient(port).signedIn(house.teacher()).get(path).statusCode())
                .isEqualTo(403);
    }

    @Test
    void opensTasklistToTheOfficeAndCockpitToTheDistrictOnly() {
        assertThat(director.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(director.get("/camunda/app/cockpit/default/").statusCode()).isIn(302, 403);
        assertThat(director.get("/camunda/app/admin/default/").statusCode()).isIn(302, 403);
        var specialist = new EngineClient(port).signedIn(house.specialist());
        assertThat(specialist.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(specialist.get("/camunda/app/admin/default/").statusCode()).isIn(302, 403);
    }

    @Test
    void offersNoOtherInterface() {
        assertThat(director.get("/engine-rest/task").statusCode()).isIn(403, 404);
        assertThat(director.get("/camunda-welcome/index.html").statusCode()).isIn(403, 404);
    }

    // 4. and 5. What nobody does over HTTP, whatever the grants

    @ParameterizedTest
    @CsvSource({
        "POST, /deployment/create",
        "POST, /process-definition/key/try-out/start",
        "POST, /process-definition/key/try-out/submit-form",
        "POST, /process-definition/{definition}/start",
        "PUT, /process-definition/key/try-out/suspended",
        "DELETE, /process-definition/key/try-out/delete",
        "POST, /process-instance/{instance}/modification",
        "PUT, /process-instance/{instance}/variables/organization",
        "POST, /process-instance/{instance}/variables",
        "DELETE, /process-instance/{instance}",
        "POST, /process-instance/delete",
        "PUT, /process-instance/{instance}/suspended",
        "POST, /modification/execute",
        "POST, /migration/generate",
        "POST, /migration/execute",
        "POST, /message",
        "POST, /signal",
        "POST, /condition",
        "POST, /external-task/fetchAndLock",
        "POST, /job/00000000-0000-0000-0000-000000000000/execute",
        "PUT, /job/00000000-0000-0000-0000-000000000000/retries",
        "POST, /batch/x/delete",
        "PUT, /execution/{instance}/localVariables/x",
        "POST, /execution/{instance}/signal",
        "POST, /execution/{instance}/messages/workflow.trial-answered/trigger",
        "POST, /task/create",
        "PUT, /task/{task}/",
        "DELETE, /task/{task}",
        "PUT, /task/{task}/variables/decision",
        "POST, /task/{task}/variables",
        "POST, /task/{task}/localVariables",
        "POST, /task/{task}/assignee",
        "POST, /task/{task}/delegate",
        "POST, /task/{task}/resolve",
        "POST, /task/{task}/bpmnError",
        "POST, /task/{task}/bpmnEscalation",
        "POST, /task/{task}/identity-links",
        "POST, /task/{task}/comment/create",
        "POST, /task/{task}/attachment/create",
        "POST, /filter/create",
        "DELETE, /filter/{filter}",
        "POST, /authorization/create",
        "POST, /user/create",
        "POST, /group/create",
        "POST, /tenant/create",
        "POST, /identity/verify",
        "POST, /identity/password-policy",
        "POST, /history/cleanup",
        "POST, /history/process-instance/delete",
        "POST, /telemetry/configuration",
        "POST, /decision-definition/key/x/evaluate"
    })
    void letsNobodyWrite(String method, String path) {
        var address = ENGINE
                + path.replace("{instance}", trial.instanceId())
                        .replace("{task}", task)
                        .replace("{filter}", anyFilter())
                        .replace("{definition}", definition());
        assertThat(director.json(method, address, "{}").statusCode())
                .as("director")
                .isEqualTo(403);
        assertThat(administrator().json(method, address, "{}").statusCode())
                .as("administrator")
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "during", "after"})
    void emergencyAccessOpensNothingOfTheInterface(String when) {
        var administrator = administrator();
        if (!when.equals("before")) openRepairs(administrator);
        if (when.equals("after")) closeRepairs(administrator);
        try {
            var instance = ENGINE + "/process-instance/" + trial.instanceId();
            var any = "00000000-0000-0000-0000-000000000000";
            for (var attempt : List.of(
                    "PUT " + instance + "/suspended",
                    "PUT " + instance + "/variables/organization",
                    "DELETE " + instance,
                    "POST " + instance + "/modification",
                    "PUT " + ENGINE + "/job/" + any + "/retries",
                    "POST " + ENGINE + "/job/" + any + "/execute",
                    "POST " + ENGINE + "/deployment/create",
                    "POST " + ENGINE + "/migration/execute",
                    "POST " + ENGINE + "/message")) {
                var request = attempt.split(" ");
                assertThat(administrator
                                .json(request[0], request[1], "{\"suspended\":true}")
                                .statusCode())
                        .as(attempt)
                        .isEqualTo(403);
            }
            assertThat(isSuspended()).isFalse();
        } finally {
            closeRepairs(administrator);
        }
    }

    @Test
    void emergencyAccessRepairsOnItsPageOnlyWhileItIsOpen() {
        var administrator = administrator();
        suspendOnThePage(administrator, "00000000-0000-0000-0000-000000000000");
        assertThat(isSuspended()).as("before").isFalse();

        openRepairs(administrator);
        var window = window();
        suspendOnThePage(director, window);
        assertThat(isSuspended()).as("another person").isFalse();
        suspendOnThePage(administrator, window);
        assertThat(isSuspended()).as("during").isTrue();
        closeRepairs(administrator);

        repair(administrator, window, "activate");
        assertThat(isSuspended()).as("after").isTrue();
        engine.getRuntimeService().activateProcessInstanceById(trial.instanceId());
    }

    private void openRepairs(EngineClient administrator) {
        var answer = administrator.form(
                "/workflow/repairs/open",
                "_csrf",
                token(administrator),
                "organizationId",
                house.school().id().toString(),
                "minutes",
                "30",
                "reason",
                "Проба аварийного доступа");
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private void closeRepairs(EngineClient administrator) {
        var form = Jsoup.parse(administrator.get("/workflow/repairs").body()).selectFirst("form[action$=/close]");
        if (form != null) administrator.form(form.attr("action"), "_csrf", token(administrator));
    }

    private String window() {
        var form = Jsoup.parse(administrator().get("/workflow/repairs").body()).expectFirst("form[action$=/close]");
        return form.attr("action").split("/")[3];
    }

    private void suspendOnThePage(EngineClient person, String window) {
        repair(person, window, "suspend");
    }

    private void repair(EngineClient person, String window, String act) {
        person.form(
                "/workflow/repairs/" + window + "/" + act, "_csrf", token(person), "instanceId", trial.instanceId());
    }

    private static String token(EngineClient person) {
        return Jsoup.parse(person.get("/account").body())
                .expectFirst("input[name=_csrf]")
                .val();
    }

    private boolean isSuspended() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(trial.instanceId())
                .singleResult()
                .isSuspended();
    }

    @Test
    void refusesWhatGoesRoundAFormInsideTheEngineToo() {
        var tasks = engine.getTaskService();
        asDirector(() -> assertRefused(() -> tasks.createComment(task, trial.instanceId(), "слова")));
        asDirector(
                () -> assertRefused(() -> tasks.createAttachment("x", task, trial.instanceId(), "x", "x", "http://x")));
        asDirector(() -> assertRefused(() -> tasks.handleBpmnError(task, "x")));
        asDirector(() -> assertRefused(() -> tasks.handleEscalation(task, "x")));
        asDirector(() -> assertRefused(() -> tasks.resolveTask(task, Map.of("decision", "YES"))));
        asDirector(() -> assertRefused(() -> tasks.delegateTask(task, "x")));
        asDirector(() -> assertRefused(() -> tasks.addCandidateUser(task, "x")));
        asDirector(() -> assertRefused(
                () -> tasks.deleteCandidateGroup(task, house.school().code() + ".deputy")));
        asDirector(() -> assertRefused(() -> tasks.setVariable(task, "decision", "YES")));
        asDirector(() -> assertRefused(() -> tasks.setOwner(task, "x")));
        asDirector(() -> assertRefused(() -> tasks.setPriority(task, 1)));
    }

    @Test
    void saysWhyACompletionPastTheFormIsRefused() {
        var claimed = director.post(
                ENGINE + "/task/" + task + "/claim",
                "{\"userId\":\"" + house.director().id() + "\"}");
        assertThat(claimed.statusCode()).isEqualTo(204);
        var answer = director.post(
                ENGINE + "/task/" + task + "/complete", "{\"variables\":{\"decision\":{\"value\":\"YES\"}}}");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Сначала заполните форму");
        var submitted = director.post(ENGINE + "/task/" + task + "/submit-form", "{\"variables\":{}}");
        assertThat(submitted.body()).contains("Сначала заполните форму");
    }

    @Test
    void refusesARequestWithoutTheEnginesToken() {
        var stranger = new EngineClient(port).signedIn(house.director());
        var answer = stranger.send(stranger.request(ENGINE + "/task/" + task + "/claim")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    // 6. Defaults

    @Test
    void changesTheDangerousDefaults() {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(settings.isAuthorizationEnabled()).isTrue();
        assertThat(settings.isTenantCheckEnabled()).isTrue();
        assertThat(settings.getHistory()).isEqualTo("full");
        assertThat(settings.getQueryMaxResultsLimit()).isEqualTo(1000);
        assertThat(settings.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(settings.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(settings.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(settings.isEnforceSpecificVariablePermission()).isTrue();
        assertThat(settings.getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
        assertThat(settings.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(settings.getHistoryTimeToLive()).isEqualTo("P1825D");
        assertThat(settings.getHistoryCleanupBatchWindowStartTime()).isNotBlank();
        assertThat(settings.getFailedJobRetryTimeCycle()).startsWith("PT5S,");
        assertThat(settings.getDatabaseSchemaUpdate()).isEqualTo(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        assertThat(settings.isMetricsEnabled()).isFalse();
    }

    @Test
    void limitsAQuestionForEverything() {
        assertThat(director.get(ENGINE + "/task").statusCode()).isEqualTo(400);
        assertThat(director.get(ENGINE + "/task?maxResults=100000").statusCode())
                .isEqualTo(200);
        asDirector(() ->
                assertRefused(() -> engine.getTaskService().createTaskQuery().listPage(0, 100_000)));
    }

    // Models bring no code

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<scriptTask id='X' scriptFormat='javascript'><script>1</script></scriptTask>",
                "<serviceTask id='X' camunda:class='java.lang.Runtime'/>",
                "<serviceTask id='X' camunda:type='external' camunda:topic='x'/>",
                "<serviceTask id='X' camunda:delegateExpression='${retry}'><extensionElements><camunda:executionListener event='start' class='x.Y'/></extensionElements></serviceTask>",
                "<userTask id='X'><extensionElements><camunda:taskListener event='create' class='x.Y'/></extensionElements></userTask>",
                "<userTask id='X'><extensionElements><camunda:taskListener event='create'><camunda:script scriptFormat='js'>1</camunda:script></camunda:taskListener></extensionElements></userTask>",
                "<userTask id='X'><extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='js'>1</camunda:script></camunda:inputParameter></camunda:inputOutput></extensionElements></userTask>",
                "<serviceTask id='X' camunda:delegateExpression='${retry}'><extensionElements><camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector></extensionElements></serviceTask>"
            })
    void deploysNoModelWithCodeOfItsOwn(String step) {
        assertThatThrownBy(() -> deploy(step)).hasMessageContaining("A model may not contain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${dataSource}",
                "${dataSource.connection}",
                "${processEngine}",
                "${environment}",
                "${jdbcTemplate}",
                "${engineGrants}",
                "${execution.processEngineServices}",
                "${execution.getProcessEngineServices()}",
                "${execution.setVariable('a', 'b')}",
                "${''.getClass().forName('java.lang.System')}",
                "${''.class}",
                "${retry.getClass()}",
                "${retryJob.execute(execution)}",
                "${organization.getClass()}"
            })
    void showsExpressionsNothingButTheirList(String expression) {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThatThrownBy(() -> settings.getCommandExecutorTxRequired()
                        .execute(context -> settings.getExpressionManager()
                                .createExpression(expression)
                                .getValue(context.getExecutionManager().findExecutionById(trial.instanceId()))))
                .isInstanceOf(ProcessEngineException.class);
        assertNothingRan();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${retry.quick()} | PT5S,PT30S,PT2M,PT10M,PT20M",
                "${caseLabel} | Проба ПР-000001",
                "${caseLabel.length() > 3} | true",
                "${execution.getVariable('caseLabel')} | Проба ПР-000001"
            })
    void letsExpressionsReadWhatTheyMay(String expression, String value) {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var found = settings.getCommandExecutorTxRequired()
                .execute(context -> settings.getExpressionManager()
                        .createExpression(expression)
                        .getValue(context.getExecutionManager().findExecutionById(trial.instanceId())));
        assertThat(String.valueOf(found)).isEqualTo(value);
    }

    private void deploy(String step) {
        var model = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">
                <process id="coded" isExecutable="true" camunda:historyTimeToLive="P1D"><startEvent id="S"/><sequenceFlow id="F" sourceRef="S" targetRef="X"/>%s</process></definitions>""".formatted(step);
        engine.getRepositoryService()
                .createDeployment()
                .addString("coded.bpmn", model)
                .deploy();
    }

    // Headers of the web applications

    @Test
    void sendsTheHouseHeaders() {
        var page = director.get("/camunda/app/tasklist/default/");
        var policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy).contains("frame-ancestors 'none'", "object-src 'none'", "sandbox", "nonce-");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().allValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie.toLowerCase()).contains("samesite=lax"));
    }

    private EngineClient administrator() {
        return new EngineClient(port).signedIn(house.administrator());
    }

    private void asDirector(Runnable act) {
        var identity = engine.getIdentityService();
        var school = house.school().code();
        identity.setAuthentication(
                house.director().id().toString(), List.of(school + ".director", "portal", "office"), List.of(school));
        try {
            act.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    private static void assertRefused(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(ProcessEngineException.class);
    }

    private static void assertNothingRan() {
        assertThat(System.getProperty("chancery.pwned")).isNull();
    }

    private String anyFilter() {
        FilterService filters = engine.getFilterService();
        return filters.createFilterQuery()
                .filterName("Мои задачи")
                .singleResult()
                .getId();
    }

    private String definition() {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(TrialProcess.KEY)
                .latestVersion()
                .singleResult()
                .getId();
    }
}
