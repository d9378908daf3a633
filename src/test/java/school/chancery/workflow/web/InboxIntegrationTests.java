package school.chancery.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.StatementCount;
import school.chancery.TestClock;
import school.chancery.TestDatabase;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;
import school.chancery.workflow.TrialProcess;
import school.chancery.workflow.TrialProcess.Trial;
import school.chancery.workflow.TrialProcess.Trials;

@ChanceryTest
@Import({TrialProcess.class, StatementCount.class})
class InboxIntegrationTests {
    /** A Friday in Samara, noon. */
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

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
    private TaskService engine;

    @Autowired
    private TestClock clock;

    private TestPeople people;
    private Organization school;
    private TestPerson director;
    private TestPerson deputy;

    @BeforeEach
    void openASchool() {
        clock.set(NOW);
        people = new TestPeople(accounts, roles);
        var made = new TestOrganizations(organizations);
        school = made.school(made.office());
        director = people.person(school, Role.DIRECTOR);
        deputy = people.person(school, Role.DEPUTY);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void showsWhatWaitsForTheRoleWithItsCase() {
        var trial = start();
        var page = inbox(director, "");
        assertThat(page.select("tbody a.task").text()).isEqualTo("Решить");
        assertThat(page.select("tbody .of").text()).isEqualTo("Проба ПР-000001 · Проба");
        assertThat(page.select("tbody .of a").attr("href")).isEqualTo("/cases/" + trial.instanceId());
        assertThat(page.select("tbody td").get(1).text()).isEqualTo("свободна: Заместитель директора, Директор");
        assertThat(page.select("tbody td").get(2).text()).isEqualTo(cameUp(trial));
        assertThat(page.select("tbody td").get(3).text()).isEqualTo("без срока");
        assertThat(counts(page)).containsExactly("1", "0", "1", "0");
    }

    @Test
    void showsNothingToARoleTheTaskIsNotOfferedTo() {
        start();
        var page = inbox(people.person(school, Role.SECRETARY), "");
        assertThat(page.select("tbody tr")).isEmpty();
        assertThat(page.text()).contains("Сейчас задач для вас нет.");
    }

    @Test
    void showsTheTasksOfTheActiveOrganizationOnly() {
        var made = new TestOrganizations(organizations);
        var other = made.school(made.office());
        people.grant(director, other, Role.TEACHER);
        var stranger = people.person(other, Role.DIRECTOR);
        start();
        trials.start(stranger.actor(other), other);

        assertThat(inbox(director, "").select("tbody tr")).hasSize(1);
        assertThat(page(director, other, "/inbox").select("tbody tr")).isEmpty();
        assertThat(page(stranger, other, "/inbox").select("tbody tr")).hasSize(1);
    }

    @Test
    void showsToColleaguesWhoHasTakenATask() {
        var task = taskOf(start());
        assertThat(post(director, "/tasks/" + task + "/claim")).hasRedirectedUrl("/tasks/" + task);

        assertThat(inbox(director, "?tab=MINE").select("tbody td").get(1).text())
                .isEqualTo("у вас");
        var colleague = inbox(deputy, "?tab=ROLE");
        assertThat(colleague.select("tbody td").get(1).text()).isEqualTo(director.name());
        assertThat(colleague.select("tbody a.task, tbody form")).isEmpty();
        assertThat(counts(colleague)).containsExactly("0", "0", "1", "0");
    }

    @Test
    void givesATaskBackToTheCommonList() {
        var task = taskOf(start());
        post(director, "/tasks/" + task + "/claim");
        assertThat(inbox(director, "").select("tbody form").attr("action")).isEqualTo("/tasks/" + task + "/release");

        assertThat(post(director, "/tasks/" + task + "/release?tab=MINE")).hasRedirectedUrl("/inbox?tab=MINE");
        assertThat(counts(inbox(deputy, ""))).containsExactly("1", "0", "1", "0");
    }

    @Test
    void doesNotLetAColleagueGiveBackWhatAnotherHas() {
        var task = taskOf(start());
        post(director, "/tasks/" + task + "/claim");
        assertThat(post(deputy, "/tasks/" + task + "/release")).hasStatus(409);
        assertThat(engine.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo(director.id().toString());
    }

    @Test
    void forgetsATaskTakenInARoleThatHasEnded() {
        post(director, "/tasks/" + taskOf(start()) + "/claim");
        people.grant(director, school, Role.TEACHER);
        people.end(director, school, Role.DIRECTOR, LocalDate.ofInstant(NOW, school.zone()));
        assertThat(counts(inbox(director, ""))).containsExactly("0", "0", "0", "0");
    }

    @Test
    void saysInWordsHowTheTermStands() {
        giveTerm(2);
        start();
        assertThat(due(director)).isEqualTo("24.11.2026 осталось 4 дн.");
        clock.advance(Duration.ofDays(3));
        assertThat(due(director)).isEqualTo("24.11.2026 завтра");
        clock.advance(Duration.ofDays(1));
        assertThat(due(director)).isEqualTo("24.11.2026 сегодня");
        assertThat(counts(inbox(director, ""))).containsExactly("1", "0", "1", "0");
        clock.advance(Duration.ofHours(8));
        assertThat(due(director)).isEqualTo("24.11.2026 срок вышел сегодня");
        clock.advance(Duration.ofDays(2));
        assertThat(due(director)).isEqualTo("24.11.2026 просрочена на 2 дн.");
        assertThat(counts(inbox(director, ""))).containsExactly("1", "0", "1", "1");
        assertThat(inbox(director, "?tab=OVERDUE").select("tbody tr")).hasSize(1);
    }

    @Test
    void turnsPagesOfTwenty() {
        IntStream.range(0, 25).forEach(each -> start());
        var first = ids(inbox(director, ""));
        var second = ids(inbox(director, "?page=1"));
        assertThat(first).hasSize(20).doesNotContainAnyElementsOf(second);
        assertThat(second).hasSize(5);
        assertThat(ids(inbox(director, "?page=99"))).isEqualTo(second);
        assertThat(ids(inbox(director, "?page=-1"))).isEqualTo(first);
        assertThat(ids(inbox(director, "?page=two"))).isEqualTo(first);
    }

    @Test
    void sortsByTermOrByAgeAndByNothingElse() {
        var late = taskOf(start());
        giveTerm(1);
        clock.advance(Duration.ofHours(1));
        var soon = taskOf(start());

        assertThat(ids(inbox(director, ""))).containsExactly(soon, late);
        assertThat(ids(inbox(director, "?sort=due,desc"))).containsExactly(soon, late);
        assertThat(ids(inbox(director, "?sort=created,asc"))).hasSize(2);
        assertThat(ids(inbox(director, "?sort=id;drop table workflow.cases,asc")))
                .containsExactly(soon, late);
    }

    @Test
    void asksTheDatabaseAsOftenForTwentyTasksAsForOne() {
        post(deputy, "/tasks/" + taskOf(start()) + "/claim");
        var one = StatementCount.of(() -> inbox(director, "?tab=ROLE"));
        IntStream.range(0, 19).forEach(each -> start());
        var twenty = StatementCount.of(() -> inbox(director, "?tab=ROLE"));
        // Rights, tenants, row level security, two of the list, its names; session and page frame have the rest.
        assertThat(twenty).isEqualTo(one).isLessThanOrEqualTo(12);
    }

    @RepeatedTest(5)
    void letsOneOfTwoTakeATaskAndTellsTheOther() throws Exception {
        var task = taskOf(start());
        var together = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var tries = threads.invokeAll(List.of(claim(director, task, together), claim(deputy, task, together)));
            assertThat(List.of(tries.get(0).get(), tries.get(1).get())).containsExactlyInAnyOrder(302, 409);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void tellsInAFriendlyPageThatATaskIsTaken() throws Exception {
        var task = taskOf(start());
        post(director, "/tasks/" + task + "/claim");
        var answer = post(deputy, "/tasks/" + task + "/claim");
        assertThat(answer).hasStatus(409);
        assertThat(answer.getResponse().getContentAsString()).contains("Данные уже изменены");
    }

    @Test
    void opensTheFormOfATaskOrSaysThereIsNone() {
        var task = taskOf(start());
        assertThat(get(director, "/tasks/" + task)).hasRedirectedUrl("/workflow/try-out/decide?taskId=" + task);
        assertThat(get(people.person(school, Role.SECRETARY), "/tasks/" + task)).hasStatus(404);
        assertThat(get(director, "/tasks/no-such-task")).hasStatus(404);
        assertThat(get(director, "/tasks/" + "x".repeat(65))).hasStatus(404);
        var made = new TestOrganizations(organizations);
        var other = made.school(made.office());
        var stranger = people.person(other, Role.DIRECTOR).in(other);
        assertThat(web.get().uri("/tasks/" + task).with(stranger).exchange()).hasStatus(404);
    }

    private Callable<Integer> claim(TestPerson person, String task, CyclicBarrier together) {
        return () -> {
            together.await();
            return post(person, "/tasks/" + task + "/claim").getResponse().getStatus();
        };
    }

    private Trial start() {
        return trials.start(deputy.actor(school), school);
    }

    private void giveTerm(int workingDays) {
        new JdbcTemplate(TestDatabase.shared().owner())
                .update("""
                insert into workflow.terms (organization_id, process_key, task_key, amount, unit, remind_before)
                values (?, ?, ?, ?, 'WORKING_DAYS', 1)""", school.id(), TrialProcess.KEY, TrialProcess.DECIDE, workingDays);
    }

    private String taskOf(Trial trial) {
        return engine.createTaskQuery()
                .processInstanceId(trial.instanceId())
                .singleResult()
                .getId();
    }

    // The engine's clock is not the test's.
    private String cameUp(Trial trial) {
        var at = engine.createTaskQuery().taskId(taskOf(trial)).singleResult().getCreateTime();
        return DateTimeFormatter.ofPattern("dd.MM.yyyy").format(at.toInstant().atZone(school.zone()));
    }

    private String due(TestPerson person) {
        return inbox(person, "").select("tbody td").get(3).text();
    }

    private static List<String> counts(Document page) {
        return page.select(".tabs .count").eachText();
    }

    private static List<String> ids(Document page) {
        return page.select("tbody a.task").eachAttr("href").stream()
                .map(link -> link.substring("/tasks/".length()))
                .toList();
    }

    private Document inbox(TestPerson person, String query) {
        return page(person, school, "/inbox" + query);
    }

    private Document page(TestPerson person, Organization organization, String uri) {
        var answer = web.get().uri(uri).with(person.in(organization)).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private MvcTestResult get(TestPerson person, String uri) {
        return web.get().uri(uri).with(person.in(school)).exchange();
    }

    private MvcTestResult post(TestPerson person, String uri) {
        return web.post()
                .uri(uri)
                .with(person.in(school))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }
}
