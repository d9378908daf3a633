package school.chancery.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.TestClock;
import school.chancery.TestDatabase;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;
import school.chancery.workflow.FaultyProcess;
import school.chancery.workflow.TrialProcess;
import school.chancery.workflow.TrialProcess.Trial;
import school.chancery.workflow.TrialProcess.Trials;

@ChanceryTest
@Import({TrialProcess.class, FaultyProcess.class})
class RepairsTests {
    private static final String REASON = "Дело не движется после отключения питания";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private Organizations organizations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    @Autowired
    private Trials trials;

    @Autowired
    private FaultyProcess.Starter faulty;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private TestClock clock;

    private final JdbcTemplate owner = new JdbcTemplate(TestDatabase.shared().owner());
    private Organization office;
    private Organization school;
    private Organization other;
    private TestPerson administrator;
    private TestPerson colleague;
    private TestPerson director;
    private TestPerson head;
    private Trial trial;

    @BeforeEach
    void startACase() {
        var made = new TestOrganizations(organizations);
        var people = new TestPeople(accounts, roles);
        office = made.office();
        school = made.school(office);
        other = made.school(office);
        administrator = people.person(office, Role.SYSTEM_ADMINISTRATOR);
        colleague = people.person(office, Role.SYSTEM_ADMINISTRATOR);
        director = people.person(school, Role.DIRECTOR);
        head = people.person(office, Role.DISTRICT_HEAD);
        trial = trials.start(director.actor(school), school);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void nothingIsRepairedWhileItIsNotOpen() {
        assertThat(suspend(administrator, UUID.randomUUID(), trial)).isEqualTo("CLOSED");
        assertThat(isSuspended(trial)).isFalse();
        assertThat(page(administrator, office).select("#instanceId")).isEmpty();
    }

    @Test
    void openItSuspendsAndResumesACaseOfThatOrganizationAndSaysSoInTheRecord() {
        var window = open("30");
        assertThat(suspend(administrator, window, trial)).isEqualTo("DONE");
        assertThat(isSuspended(trial)).isTrue();
        var shown = page(administrator, office);
        assertThat(shown.text()).contains("Проба", trial.instanceId()).doesNotContain("ПР-000001", director.name());
        assertThat(act(administrator, window, "activate", "instanceId", trial.instanceId()))
                .isEqualTo("DONE");
        assertThat(isSuspended(trial)).isFalse();
        assertThat(audited())
                .containsExactly(
                        "workflow.repairs-opened", "workflow.instance-suspended", "workflow.instance-activated");
    }

    @Test
    void openItTriesAFailedStepAgain() {
        var failed = faulty.start(school);
        var job = management
                .createJobQuery()
                .processInstanceId(failed.instanceId())
                .singleResult()
                .getId();
        assertThat(act(administrator, open("5"), "retry", "jobId", job))
                .as("a step that has not failed is left alone")
                .isEqualTo("NOT_THERE");
        Acting.as(Actor.PRODUCT, () -> management.setJobRetries(job, 0));
        var window = onlyWindow();
        assertThat(page(administrator, office).text()).contains("Посчитать", "Сбойная проба");
        assertThat(act(administrator, window, "retry", "jobId", job)).isEqualTo("DONE");
        assertThat(management.createJobQuery().jobId(job).singleResult().getRetries())
                .isEqualTo(1);
    }

    @Test
    void itReachesNoOtherOrganizationAndNoOtherAdministratorUsesIt() {
        var window = open("30");
        var elsewhere = trials.start(
                new TestPeople(accounts, roles).person(other, Role.DIRECTOR).actor(other), other);
        assertThat(suspend(administrator, window, elsewhere)).isEqualTo("NOT_THERE");
        assertThat(suspend(colleague, window, trial)).isEqualTo("CLOSED");
        assertThat(act(administrator, window, "suspend", "instanceId", "no'such"))
                .isEqualTo("NOT_THERE");
        assertThat(isSuspended(elsewhere) || isSuspended(trial)).isFalse();
    }

    @Test
    void itEndsByItself() {
        var window = open("5");
        clock.set(clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(suspend(administrator, window, trial)).isEqualTo("CLOSED");
        assertThat(isSuspended(trial)).isFalse();
        assertThat(page(director, school).select("main > .warning")).isEmpty();
        assertThat(post(director, school, window + "/close")).hasStatus3xxRedirection();
        assertThat(audited()).containsExactly("workflow.repairs-opened");
    }

    @Test
    void theHeadOfTheOrganizationEndsItByHand() {
        var window = open("60");
        assertThat(post(director, school, window + "/close")).hasStatus3xxRedirection();
        assertThat(suspend(administrator, window, trial)).isEqualTo("CLOSED");
        assertThat(audited()).containsExactly("workflow.repairs-opened", "workflow.repairs-closed");
        assertThat(open("10")).as("it may be opened again").isNotEqualTo(window);
    }

    @Test
    void theHeadAndTheDistrictAreToldByMailAndOnEveryPage() {
        var stranger = new TestPeople(accounts, roles).person(other, Role.DIRECTOR);
        var secretary = new TestPeople(accounts, roles).person(school, Role.SECRETARY);
        open("30");
        assertThat(owner.queryForList(
                        "select recipient from mail.outbox where organization_id = ? and body like '%' || ? || '%'",
                        String.class, school.id(), REASON))
                .containsExactlyInAnyOrder(director.login() + "@example.org", head.login() + "@example.org");
        assertThat(inbox(director, school)).contains("Открыт аварийный доступ", school.shortName());
        assertThat(inbox(head, office)).contains("Открыт аварийный доступ", school.shortName());
        assertThat(inbox(stranger, other)).doesNotContain("аварийный доступ системного");
        assertThat(inbox(secretary, school)).doesNotContain("аварийный доступ системного");
        assertThat(page(director, school).text()).contains(REASON, "Закрыть сейчас");
    }

    @Test
    void whatIsWrongInTheFormComesBackAtItsField() {
        assertThat(fault("minutes", "61")).isEqualTo("Число не больше 60");
        assertThat(fault("minutes", "4")).isEqualTo("Число не меньше 5");
        assertThat(fault("minutes", "час")).isEqualTo("Укажите целое число");
        assertThat(fault("reason", "надо")).contains("Длина от 10");
        assertThat(fault("reason", "   ")).isNotBlank();
        assertThat(fault("organizationId", "")).isNotBlank();
        assertThat(fault("organizationId", UUID.randomUUID().toString())).contains("из списка");
        var foreign = new TestOrganizations(organizations);
        assertThat(fault("organizationId", foreign.school(foreign.office()).id().toString()))
                .contains("из списка");
        assertThat(owner.queryForList("select 1 from workflow.repairs where organization_id = ?", school.id()))
                .isEmpty();
    }

    @Test
    void oneAtATimeIsOpenInAnOrganization() {
        open("30");
        assertThat(page(send(colleague, school.id().toString(), "30", REASON))
                        .select("#field-organizationId .error")
                        .text())
                .contains("уже открыт");
    }

    @Test
    void theDatabaseKeepsItShortAndAsItWas() {
        var window = open("30");
        for (var attack : List.of(
                "update workflow.repairs set ends_at = ends_at + interval '1 hour' where id = ?",
                "update workflow.repairs set reason = 'другая причина совсем' where id = ?",
                "delete from workflow.repairs where id = ?"))
            assertThatThrownBy(() -> owner.update(attack, window)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> owner.update("""
                        insert into workflow.repairs (id, organization_id, opened_by, reason, opened_at, ends_at)
                        values (gen_random_uuid(), ?, gen_random_uuid(), 'слишком надолго', now(), now() + interval '61 minutes')""", other.id())).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aWindowOfAnotherSchoolIsNotThere() {
        var window = open("30");
        var stranger = new TestPeople(accounts, roles).person(other, Role.DIRECTOR);
        assertThat(post(stranger, other, window + "/close")).hasStatus(404);
        assertThat(page(stranger, other).text()).doesNotContain(REASON);
    }

    private UUID open(String minutes) {
        assertThat(send(administrator, school.id().toString(), minutes, REASON)).hasStatus3xxRedirection();
        return onlyWindow();
    }

    private UUID onlyWindow() {
        return owner.queryForObject(
                "select id from workflow.repairs where organization_id = ? order by opened_at desc limit 1",
                UUID.class,
                school.id());
    }

    private String fault(String field, String value) {
        var answer = send(
                administrator,
                field.equals("organizationId") ? value : school.id().toString(),
                field.equals("minutes") ? value : "30",
                field.equals("reason") ? value : REASON);
        return page(answer).select("#field-" + field + " .error .message").text();
    }

    private MvcTestResult send(TestPerson person, String organization, String minutes, String reason) {
        return post(person, office, "open", "organizationId", organization, "minutes", minutes, "reason", reason);
    }

    private String suspend(TestPerson person, UUID window, Trial which) {
        return act(person, window, "suspend", "instanceId", which.instanceId());
    }

    /** What became of it. */
    private String act(TestPerson person, UUID window, String act, String name, String id) {
        var answer = post(person, office, window + "/" + act, name, id);
        assertThat(answer).hasStatus3xxRedirection();
        return String.valueOf(answer.getMvcResult().getFlashMap().get("flash"))
                .replace("workflow.repairs.outcome.", "");
    }

    private MvcTestResult post(TestPerson person, Organization in, String path, String... parameters) {
        var request = web.post().uri("/workflow/repairs/" + path).with(csrf()).with(person.in(in));
        for (var i = 0; i < parameters.length; i += 2) request = request.param(parameters[i], parameters[i + 1]);
        return request.exchange();
    }

    private Document page(TestPerson person, Organization in) {
        return page(web.get().uri("/workflow/repairs").with(person.in(in)).exchange());
    }

    private String inbox(TestPerson person, Organization in) {
        return page(web.get().uri("/inbox").with(person.in(in)).exchange()).text();
    }

    private static Document page(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private boolean isSuspended(Trial which) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(which.instanceId())
                .singleResult()
                .isSuspended();
    }

    private List<String> audited() {
        return owner.queryForList(
                "select action from audit.entries where organization_id = ? and subject_kind = 'repairs' order by id",
                String.class,
                school.id());
    }
}
