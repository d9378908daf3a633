package school.chancery.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import school.chancery.ChanceryTest;
import school.chancery.TestDatabase;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;
import school.chancery.workflow.TrialProcess.Trial;
import school.chancery.workflow.TrialProcess.Trials;

/** One engine serves all schools: what a signed-in person gets over HTTP, from the engine itself and from our pages. */
@ChanceryTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TrialProcess.class)
class TenancyTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Organizations organizations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    @Autowired
    private Trials trials;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    private TestOrganizations made;
    private TestPeople people;
    private Organization office;
    private Organization ours;
    private Organization theirs;
    private TestPerson director;
    private Trial own;
    private Trial foreign;

    @BeforeEach
    void startACaseInEachSchool() {
        made = new TestOrganizations(organizations);
        people = new TestPeople(accounts, roles);
        office = made.office();
        ours = made.school(office);
        theirs = made.school(office);
        director = people.person(ours, Role.DIRECTOR);
        own = trials.start(director.actor(ours), ours);
        foreign = trials.start(people.person(theirs, Role.DIRECTOR).actor(theirs), theirs);
    }

    @Test
    void listsNothingOfAnotherSchool() {
        var visitor = visit(director);
        for (var list : List.of(
                "/task",
                "/process-instance",
                "/execution",
                "/variable-instance",
                "/job",
                "/incident",
                "/event-subscription",
                "/history/process-instance",
                "/history/activity-instance",
                "/history/task",
                "/history/variable-instance",
                "/history/detail",
                "/history/user-operation",
                "/history/identity-link-log",
                "/history/job-log",
                "/history/incident",
                "/user",
                "/group",
                "/tenant")) {
            var answer = visitor.read(list + "?maxResults=500");
            assertThat(answer.statusCode()).as(list).isIn(200, 403);
            assertThat(answer.body())
                    .as(list)
                    .doesNotContain(
                            theirs.code(),
                            foreign.instanceId(),
                            foreign.businessKey().toString());
        }
        assertThat(visitor.read("/task?maxResults=500").body())
                .contains(task(own).getId());
    }

    @Test
    void opensNothingOfAnotherSchool() {
        var visitor = visit(director);
        var task = task(foreign).getId();
        for (var path : List.of(
                "/task/" + task,
                "/task/" + task + "/variables",
                "/task/" + task + "/form",
                "/task/" + task + "/form-variables",
                "/task/" + task + "/comment",
                "/task/" + task + "/attachment",
                "/task/" + task + "/identity-links",
                "/process-instance/" + foreign.instanceId(),
                "/process-instance/" + foreign.instanceId() + "/variables",
                "/process-instance/" + foreign.instanceId() + "/activity-instances",
                "/execution/" + foreign.instanceId() + "/localVariables",
                "/history/process-instance/" + foreign.instanceId(),
                "/tenant/" + theirs.code())) {
            var answer = visitor.read(path);
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain(foreign.businessKey().toString());
            assertThat(answer.statusCode() == 200 && answer.body().length() > 2)
                    .as(path + " " + answer.body())
                    .isFalse();
        }
        assertThat(visitor.read("/task/" + task(own).getId()).statusCode()).isEqualTo(200);
    }

    @Test
    void touchesNoTaskOfAnotherSchool() {
        assertTouchesNothing(visit(director), director);
    }

    @Test
    void findsNothingOfAnotherSchoolOnOurPages() {
        var visitor = visit(director);
        assertThat(visitor.get("/inbox").body())
                .contains(task(own).getId())
                .doesNotContain(task(foreign).getId());
        assertThat(visitor.get("/cases").body()).contains(own.instanceId()).doesNotContain(foreign.instanceId());
        for (var path : List.of(
                "/cases/" + foreign.instanceId(), "/tasks/" + task(foreign).getId()))
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(404);
        assertThat(visitor.form("/tasks/" + task(foreign).getId() + "/claim", "", "/inbox")
                        .statusCode())
                .isEqualTo(404);
        assertThat(task(foreign).getAssignee()).isNull();
    }

    @Test
    void actsInTheActiveOrganizationOnly() {
        var both = people.person(ours, Role.DEPUTY);
        people.grant(both, theirs, Role.DEPUTY);
        var visitor = visit(both);
        for (var active : List.of(ours, theirs, ours)) {
            visitor.form("/organization/switch", "organizationId=" + active.id(), "/inbox");
            var here = active == ours ? own : foreign;
            var there = active == ours ? foreign : own;
            assertThat(visitor.read("/task?maxResults=500").body())
                    .contains(task(here).getId())
                    .doesNotContain(task(there).getId());
            assertThat(visitor.read("/task/" + task(there).getId()).statusCode())
                    .isEqualTo(404);
            assertThat(claim(visitor, there, both)).isGreaterThanOrEqualTo(400);
            assertThat(visitor.get("/inbox").body())
                    .contains(task(here).getId())
                    .doesNotContain(task(there).getId());
            assertThat(visitor.get("/cases/" + there.instanceId()).statusCode()).isEqualTo(404);
        }
        assertThat(claim(visitor, own, both)).isEqualTo(204);
    }

    @Test
    void showsTheDistrictTheCasesOfItsSchoolsAndNoVariables() {
        var specialist = people.person(office, Role.DISTRICT_SPECIALIST);
        var elsewhere = made.school(made.office());
        var strange = trials.start(people.person(elsewhere, Role.DIRECTOR).actor(elsewhere), elsewhere);
        var visitor = visit(specialist);

        for (var list : List.of("/process-instance", "/history/process-instance"))
            assertThat(visitor.read(list + "?maxResults=500").body())
                    .as(list)
                    .contains(own.instanceId(), foreign.instanceId())
                    .doesNotContain(strange.instanceId());
        for (var list : List.of("/variable-instance", "/history/variable-instance", "/history/detail")) {
            var answer = visitor.read(list + "?maxResults=500");
            assertThat(answer.statusCode()).as(list).isIn(200, 403);
            assertThat(answer.body()).as(list).doesNotContain(own.instanceId(), strange.instanceId());
        }
        var task = task(own).getId();
        for (var path : List.of(
                "/process-instance/" + own.instanceId() + "/variables",
                "/execution/" + own.instanceId() + "/localVariables",
                "/task/" + task + "/variables",
                "/task/" + task + "/form-variables"))
            assertThat(visitor.read(path).body()).as(path).doesNotContain("caseLabel", "ПР-000001");
    }

    @Test
    void letsTheDistrictChangeNothing() {
        var head = people.person(office, Role.DISTRICT_HEAD);
        assertTouchesNothing(visit(head), head);
    }

    @Test
    void refusesTheDistrictEvenToGiveBackWhatNobodyHas() {
        var head = people.person(office, Role.DISTRICT_HEAD);
        var path = "/task/" + task(foreign).getId() + "/unclaim";
        var written = writtenAbout(foreign);
        assertThat(visit(head).write("POST", path, "{}").statusCode()).isEqualTo(403);
        assertThat(writtenAbout(foreign)).isEqualTo(written);
    }

    private String writtenAbout(Trial trial) {
        return new JdbcTemplate(TestDatabase.shared().owner())
                .queryForObject("""
                select (select count(*) from engine.act_hi_op_log where proc_inst_id_ = ?)
                    || '/' || (select string_agg(rev_ || coalesce(last_updated_::text, ''), ',') from engine.act_ru_task where proc_inst_id_ = ?)""", String.class, trial.instanceId(), trial.instanceId());
    }

    /** Of the other school's task and case nothing changes, whatever is sent. */
    private void assertTouchesNothing(EngineVisitor visitor, TestPerson person) {
        var holder = people.person(theirs, Role.DEPUTY);
        tasks.setAssignee(task(foreign).getId(), holder.id().toString());
        var task = "/task/" + task(foreign).getId();
        var instance = "/process-instance/" + foreign.instanceId();
        var user = "{\"userId\":\"" + person.id() + "\"}";
        var writes = Map.ofEntries(
                Map.entry("POST " + task + "/claim", user),
                Map.entry("POST " + task + "/unclaim", "{}"),
                Map.entry("POST " + task + "/assignee", user),
                Map.entry("POST " + task + "/complete", "{\"variables\":{\"decision\":{\"value\":\"NO\"}}}"),
                Map.entry("POST " + task + "/submit-form", "{\"variables\":{\"decision\":{\"value\":\"NO\"}}}"),
                Map.entry("POST " + task + "/delegate", user),
                Map.entry("POST " + task + "/resolve", "{}"),
                Map.entry("PUT " + task + "/variables/decision", "{\"value\":\"NO\"}"),
                Map.entry("POST " + task + "/comment/create", "{\"message\":\"x\"}"),
                Map.entry("PUT " + task, "{\"name\":\"x\"}"),
                Map.entry("DELETE " + task, ""),
                Map.entry("PUT " + instance + "/variables/decision", "{\"value\":\"NO\"}"),
                Map.entry("PUT " + instance + "/suspended", "{\"suspended\":true}"),
                Map.entry("DELETE " + instance, ""));
        writes.forEach((line, json) -> {
            var request = line.split(" ");
            assertThat(visitor.write(request[0], request[1], json).statusCode())
                    .as(line)
                    .isGreaterThanOrEqualTo(400);
        });
        assertThat(task(foreign)).satisfies(left -> {
            assertThat(left.getAssignee()).isEqualTo(holder.id().toString());
            assertThat(left.getName()).isEqualTo("Решить");
            assertThat(left.isSuspended()).isFalse();
        });
        assertThat(runtime.getVariables(foreign.instanceId())).doesNotContainKey("decision");
    }

    private int claim(EngineVisitor visitor, Trial trial, TestPerson person) {
        var path = "/task/" + task(trial).getId() + "/claim";
        return visitor.write("POST", path, "{\"userId\":\"" + person.id() + "\"}")
                .statusCode();
    }

    private EngineVisitor visit(TestPerson person) {
        return EngineVisitor.signIn("http://localhost:" + port, person);
    }

    private Task task(Trial trial) {
        return tasks.createTaskQuery().processInstanceId(trial.instanceId()).singleResult();
    }
}
