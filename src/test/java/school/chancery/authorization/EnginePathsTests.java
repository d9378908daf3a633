package school.chancery.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import school.chancery.ChanceryTest;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;

/** What passes to the engine's web applications at all, before its own guards. */
@ChanceryTest(webEnvironment = WebEnvironment.MOCK)
class EnginePathsTests {
    private static final String API = "/camunda/api/engine/engine/default";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private Organizations organizations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    private TestPeople people;
    private Organization office;
    private Organization school;

    @BeforeEach
    void prepare() {
        people = new TestPeople(accounts, roles);
        var made = new TestOrganizations(organizations);
        office = made.office();
        school = made.school(office);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyOfficeRolesDistrictAndSystemAdministratorReachTheEngine(Role role) {
        var there = role.isDistrict() || role == Role.SYSTEM_ADMINISTRATOR ? office : school;
        var person = people.person(there, role);
        for (var path : List.of(
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/lib/x.js"))
            assertThat(status("GET", path, person, there) == 403).as(path).isEqualTo(!role.reachesEngine());
    }

    static Stream<String> refusedToEverybody() {
        return Stream.concat(
                Stream.of(
                        "POST /camunda/api/admin/setup/default/user/create",
                        "POST /camunda/api/admin/auth/user/default/login/tasklist",
                        "GET /camunda/app/admin/default/setup/",
                        "GET /camunda-welcome/index.html",
                        "GET /engine-rest/engine",
                        "POST /engine-rest/deployment/create"),
                Stream.of(
                                "POST /job/1/execute",
                                "PUT /job/1/retries",
                                "POST /job/retries",
                                "DELETE /job/1",
                                "POST /deployment/create",
                                "DELETE /deployment/1",
                                "POST /deployment/1/redeploy",
                                "POST /migration/generate",
                                "POST /migration/execute",
                                "POST /modification/execute",
                                "POST /modification/executeAsync",
                                "DELETE /batch/1",
                                "PUT /batch/1/suspended",
                                "POST /message",
                                "POST /signal",
                                "POST /condition",
                                "POST /external-task/fetchAndLock",
                                "POST /external-task/1/complete",
                                "POST /history/cleanup",
                                "POST /history/process-instance/delete",
                                "POST /process-instance/1/modification",
                                "POST /process-instance/1/modification-async",
                                "PUT /process-instance/1/variables/x",
                                "POST /process-instance/1/variables",
                                "DELETE /process-instance/1",
                                "POST /process-instance/delete",
                                "PUT /process-instance/suspended",
                                "PUT /process-instance/1/suspended",
                                "POST /process-definition/1/start",
                                "POST /process-definition/key/issue-order/start",
                                "POST /process-definition/key/issue-order/submit-form",
                                "POST /process-definition/1/restart",
                                "DELETE /process-definition/1",
                                "PUT /process-definition/1/suspended",
                                "PUT /task/1/variables/x",
                                "POST /task/1/variables",
                                "POST /task/1/localVariables",
                                "DELETE /task/1/variables/x",
                                "PUT /execution/1/localVariables/x",
                                "POST /execution/1/signal",
                                "POST /execution/1/messageSubscriptions/x/trigger",
                                "POST /task/create",
                                "PUT /task/1",
                                "DELETE /task/1",
                                "POST /task/1/comment/create",
                                "POST /identity/verify",
                                "POST /user/create",
                                "POST /authorization/create",
                                "POST /filter/create",
                                "PUT /filter/1")
                        .map(line -> line.replace(" ", " " + API)));
    }

    @ParameterizedTest
    @MethodSource("refusedToEverybody")
    void nobodyChangesCodeCasesOrVariablesOverHttp(String line) {
        var administrator = people.person(office, Role.SYSTEM_ADMINISTRATOR);
        var request = line.split(" ");
        assertThat(status(request[0], request[1], administrator, office)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /task",
                "POST /task/count",
                "POST /task/1/claim",
                "POST /task/1/unclaim",
                "POST /task/1/complete",
                "POST /task/1/submit-form",
                "POST /filter/1/list",
                "POST /process-instance",
                "POST /process-instance/count",
                "POST /job",
                "POST /job/count",
                "POST /execution/count",
                "POST /history/process-instance",
                "POST /history/task/count",
                "GET /task/1/form",
                "GET /job/1/stacktrace"
            })
    void whatTasklistAndCockpitNeedPasses(String line) {
        var director = people.person(school, Role.DIRECTOR);
        var request = line.split(" ");
        assertThat(status(request[0], API + request[1], director, school)).isNotIn(401, 403);
    }

    @Test
    void nobodySignedInIsSentToTheSignInPageOrToldSo() {
        assertThat(web.get().uri("/camunda/app/tasklist/default/").exchange())
                .hasRedirectedUrl("http://localhost/login");
        assertThat(web.get().uri("/camunda/api/engine/engine/default/task").exchange())
                .hasStatus(401);
        assertThat(web.get().uri("/engine-rest/engine").exchange()).hasStatus(401);
        for (var line : refusedToEverybody().toList()) {
            var request = line.split(" ");
            var answer =
                    web.method(HttpMethod.valueOf(request[0])).uri(request[1]).exchange();
            assertThat(answer.getResponse().getStatus()).as(line).isIn(302, 401, 403);
        }
    }

    @Test
    void theEnginesOwnPagesKeepTheirOwnPolicy() {
        var director = people.person(school, Role.DIRECTOR);
        var answer = web.get()
                .uri("/camunda/app/tasklist/default/")
                .with(director.in(school))
                .exchange();
        assertThat(String.valueOf(answer.getResponse().getHeader("Content-Security-Policy")))
                .doesNotContain("default-src 'self'; frame-ancestors");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//camunda/app/x",
                "/camunda/api/engine/engine/default/job/1/execute;x=1",
                "/camunda/./api/x",
                "/camunda/%2e%2e/x"
            })
    void pathsThatHideWhatTheyMeanAreRefused(String path) {
        var administrator = people.person(office, Role.SYSTEM_ADMINISTRATOR);
        var answer = web.post()
                .uri(java.net.URI.create("http://localhost" + path))
                .with(administrator.in(office))
                .exchange();
        assertThat(answer.getResponse().getStatus()).isIn(400, 403);
    }

    private int status(String method, String path, TestPerson person, Organization in) {
        var answer = web.method(HttpMethod.valueOf(method))
                .uri(path)
                .with(person.in(in))
                .exchange();
        return answer.getResponse().getStatus();
    }
}
