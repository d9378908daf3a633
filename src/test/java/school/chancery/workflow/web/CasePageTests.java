package school.chancery.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.TestDatabase;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.identity.Accounts;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.mail.Outbox;
import school.chancery.mail.OutgoingMail;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;
import school.chancery.workflow.CaseSection;
import school.chancery.workflow.Cases;
import school.chancery.workflow.Facts;
import school.chancery.workflow.NewCase;
import school.chancery.workflow.ProcessVariable;
import school.chancery.workflow.StartableProcess;
import school.chancery.workflow.TrialProcess;
import school.chancery.workflow.TrialProcess.Trial;
import school.chancery.workflow.TrialProcess.Trials;
import school.chancery.workflow.engine.EngineActor;
import school.chancery.workflow.engine.EngineTasks;
import school.chancery.workflow.engine.FactDelivery;

@ChanceryTest
@Import({TrialProcess.class, CasePageTests.Additions.class})
class CasePageTests {
    private static final ProcessVariable<String> DECISION = ProcessVariable.code("decision");
    private static final String REASON = "Причина-канарейка";
    private static final String SECTION = "Раздел-канарейка";
    private static final String OUTER = "try-out-outer";

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
    private Cases cases;

    @Autowired
    private EngineTasks tasks;

    @Autowired
    private Facts facts;

    @Autowired
    private FactDelivery delivery;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TaskService engine;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private EngineActor actor;

    @Autowired
    private TransactionTemplate transactions;

    private TestOrganizations made;
    private TestPeople people;
    private Organization office;
    private Organization school;
    private TestPerson director;
    private TestPerson deputy;
    private TestPerson secretary;
    private Trial trial;

    @BeforeEach
    void startACase() {
        made = new TestOrganizations(organizations);
        people = new TestPeople(accounts, roles);
        office = made.office();
        school = made.school(office);
        director = people.person(school, Role.DIRECTOR);
        deputy = people.person(school, Role.DEPUTY);
        secretary = people.person(school, Role.SECRETARY);
        trial = trials.start(deputy.actor(school), school);
    }

    @Test
    void saysWhoHoldsTheCaseAndWhatComesNext() {
        var page = page(secretary, school, trial.instanceId());
        assertThat(page.select("h1").text()).isEqualTo("Проба ПР-000001");
        assertThat(page.select("dl.facts").first().text())
                .contains("Процесс Проба", school.shortName(), "идёт", deputy.name());
        var holding = page.select("section[aria-labelledby=case-present] .card").text();
        assertThat(holding)
                .contains("Решить", "пока никто не взял", "Заместитель директора, Директор")
                .contains(director.name(), deputy.name(), "Срок без срока");
        assertThat(page.select("section[aria-labelledby=case-present] a")).isEmpty();
        assertThat(page.select("section[aria-labelledby=case-next] li").eachText())
                .containsExactlyInAnyOrder(
                        "«Согласовано?» — «согласовано»: Подшить — Секретарь",
                        "«Согласовано?» — «отклонено»: дело завершится: Отклонено");
        assertThat(page.select("tbody tr").eachText())
                .singleElement()
                .asString()
                .contains("Дело начато");
    }

    @Test
    void letsACandidateOpenTheTaskFromThePage() {
        assertThat(page(director, school, trial.instanceId())
                        .select("section[aria-labelledby=case-present] a")
                        .attr("href"))
                .isEqualTo("/tasks/" + task(trial.instanceId()));
    }

    @Test
    void tellsWhatWasDecidedByWhomAndWhy() {
        decide(director, "YES");
        var page = page(secretary, school, trial.instanceId());
        assertThat(page.select("tbody tr").last().text())
                .contains("Решить", director.name(), "Директор", "Согласовано? согласовано", REASON);
        assertThat(page.select("section[aria-labelledby=case-present] li").text())
                .isEqualTo("Дело ждёт события: «Ответ получен»");
        assertThat(page.select("section[aria-labelledby=case-next] li").text()).isEqualTo("Подшить — Секретарь");
    }

    @Test
    void tellsHowTheCaseEnded() {
        decide(director, "NO");
        var page = page(secretary, school, trial.instanceId());
        assertThat(page.select("dl.facts").first().text()).contains("завершено");
        assertThat(page.select("#case-present, #case-next")).isEmpty();
        assertThat(page.select("tbody tr").last().text()).contains("Завершено: Отклонено");
    }

    @Test
    void tellsWhatCameWhenTheCaseHadEnded() {
        decide(director, "NO");
        tell(TrialProcess.MESSAGE);
        tell("workflow.nobody-waits");
        delivery.deliverDue();
        assertThat(page(secretary, school, trial.instanceId())
                        .select("tbody tr td:nth-child(2)")
                        .eachText())
                .endsWith(
                        "Пришло слишком поздно: «Ответ получен». Дело этого уже не ждало",
                        "Пришло сообщение, которого дело уже не ждало");
    }

    @Test
    void tellsWhichMailHasNotGoneOut() {
        owe("waiting@canary.example");
        owe("gone@canary.example");
        var owner = new JdbcTemplate(TestDatabase.shared().owner());
        owner.update(
                "update mail.outbox set attempts = 2, server_answer = '451 Канарейка' where recipient like 'waiting@%' and about = ?",
                trial.businessKey());
        owner.update(
                "update mail.outbox set status = 'SENT', settled_at = now() where recipient like 'gone@%' and about = ?",
                trial.businessKey());

        assertThat(page(secretary, school, trial.instanceId())
                        .select(".letters li")
                        .eachText())
                .singleElement()
                .asString()
                .contains("Письмо на адрес waiting@canary.example ждёт отправки с", "Попыток: 2.", "451 Канарейка");
        var specialist = people.person(office, Role.DISTRICT_SPECIALIST);
        assertThat(page(specialist, office, trial.instanceId())
                        .select(".letters li")
                        .text())
                .contains("Письмо ждёт отправки с")
                .doesNotContain("canary", "Канарейка");
    }

    private void owe(String to) {
        Acting.as(
                director.actor(school),
                () -> transactions.executeWithoutResult(status -> outbox.owe(new OutgoingMail(
                        school.id(),
                        to + trial.businessKey(),
                        trial.businessKey(),
                        to,
                        "Тема",
                        "Текст",
                        "",
                        List.of()))));
    }

    private void tell(String message) {
        Acting.as(
                Actor.PRODUCT,
                () -> facts.tell(message, school.id(), trial.businessKey(), UUID.randomUUID(), List.of()));
    }

    @Test
    void isSeenByThoseWhoTookPart() {
        var starter = people.person(school, Role.DEPUTY, Role.TEACHER);
        var started = trials.start(starter.actor(school), school);
        var bystander = people.person(school, Role.TEACHER);
        people.end(starter, school, Role.DEPUTY, LocalDate.now(ZoneOffset.UTC));

        assertThat(get(starter, school, "/cases/" + started.instanceId())).hasStatusOk();
        assertThat(get(bystander, school, "/cases/" + started.instanceId())).hasStatus(404);
    }

    @Test
    void isNotThereForOtherOrganizations() {
        var other = made.school(office);
        var stranger = people.person(other, Role.DIRECTOR);
        people.grant(director, other, Role.SECRETARY);
        assertThat(get(stranger, other, "/cases/" + trial.instanceId())).hasStatus(404);
        assertThat(get(director, other, "/cases/" + trial.instanceId())).hasStatus(404);
        assertThat(get(secretary, school, "/cases/no-such-case")).hasStatus(404);
        assertThat(get(secretary, school, "/cases/" + UUID.randomUUID())).hasStatus(404);
    }

    @Test
    void isSeenByTheDistrictWithoutPersonsAndContents() {
        decide(director, "YES");
        var specialist = people.person(office, Role.DISTRICT_SPECIALIST);
        var text = page(specialist, office, trial.instanceId()).text();
        assertThat(text).contains("Проба ПР-000001", school.shortName(), "согласовано", "Директор", "Подшить");
        assertThat(text).doesNotContain(director.name(), deputy.name(), REASON, SECTION);
        assertThat(page(secretary, school, trial.instanceId()).text())
                .contains(director.name(), deputy.name(), REASON, SECTION);
    }

    @Test
    void isNotThereForAnotherDistrict() {
        var elsewhere = made.office();
        var specialist = people.person(elsewhere, Role.DISTRICT_HEAD);
        assertThat(get(specialist, elsewhere, "/cases/" + trial.instanceId())).hasStatus(404);
    }

    @Test
    void tellsInPlainWordsWhatIsWrong() {
        new JdbcTemplate(TestDatabase.shared().owner())
                .update(
                        """
                        insert into workflow.incidents (id, organization_id, kind, process_key, process_instance_id,
                            element_key, business_key, job_id, cause, occurred_at, state)
                        values (?, ?, 'JOB', ?, ?, 'UserTask_File', ?, ?, 'MAIL', now(), 'OPEN')""",
                        UUID.randomUUID(),
                        school.id(),
                        TrialProcess.KEY,
                        trial.instanceId(),
                        trial.businessKey(),
                        UUID.randomUUID().toString());
        assertThat(page(secretary, school, trial.instanceId())
                        .select(".warning li")
                        .text())
                .contains("Шаг «Подшить»", "почта не принимает письмо", "разбирает ответственный сотрудник");
        assertThat(cases(secretary, school, "?state=BROKEN").select("tbody tr").text())
                .contains("сбой");
    }

    @Test
    void tellsCallerAndCalledAsOneStory() {
        var outer = startOuter();
        var called = runtime.createProcessInstanceQuery()
                .superProcessInstanceId(outer)
                .singleResult()
                .getId();
        for (var id : List.of(outer, called)) {
            var page = page(secretary, school, id);
            assertThat(page.select("h1").text()).isEqualTo("Большая проба № 1");
            assertThat(page.select("section[aria-labelledby=case-present] .card")
                            .text())
                    .contains("Решить", "В составе Проба");
            assertThat(page.select("section[aria-labelledby=case-next] li").eachText())
                    .containsExactly(
                            "«Согласовано?» — «согласовано»: Подшить — Секретарь",
                            "Закрыть большую пробу — Секретарь, Директор");
            assertThat(page.select("tbody tr td:nth-child(2)").eachText())
                    .containsExactly(
                            "Дело начато: Нужна большая проба",
                            "Начата часть «Провести пробу»",
                            "Дело начато: Нужна проба Проба");
        }
        assertThat(cases(secretary, school, "?process=" + TrialProcess.KEY).select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void listsTheCasesOfTheOrganization() {
        var second = trials.start(deputy.actor(school), school);
        decide(director, "NO");
        assertThat(links(cases(secretary, school, ""))).containsExactly(second.instanceId(), trial.instanceId());
        assertThat(links(cases(secretary, school, "?state=RUNNING"))).containsExactly(second.instanceId());
        assertThat(links(cases(secretary, school, "?state=FINISHED"))).containsExactly(trial.instanceId());
        assertThat(links(cases(secretary, school, "?text=000001"))).hasSize(2);
        assertThat(links(cases(secretary, school, "?text=%25"))).isEmpty();
        assertThat(links(cases(secretary, school, "?state=LATE"))).isEmpty();
        assertThat(links(cases(secretary, school, "?state=no&process=no&organization=no&page=no")))
                .hasSize(2);
        assertThat(cases(secretary, school, "?state=RUNNING").select("tbody tr").text())
                .contains("Решить", "идёт");
    }

    @Test
    void listsToTheDistrictTheCasesOfItsSchools() {
        var other = made.school(office);
        var elsewhere = made.school(made.office());
        var another = trials.start(people.person(other, Role.DIRECTOR).actor(other), other);
        trials.start(people.person(elsewhere, Role.DIRECTOR).actor(elsewhere), elsewhere);
        var head = people.person(office, Role.DISTRICT_HEAD);
        assertThat(links(cases(head, office, ""))).containsExactly(another.instanceId(), trial.instanceId());
        assertThat(links(cases(head, office, "?organization=" + school.id()))).containsExactly(trial.instanceId());
        assertThat(links(cases(head, office, "?organization=" + elsewhere.id())))
                .hasSize(2);
    }

    @Test
    void keepsTheListToTheOffice() {
        assertThat(get(people.person(school, Role.TEACHER), school, "/cases")).hasStatus(403);
        assertThat(get(people.person(school, Role.PARENT), school, "/cases")).hasStatus(403);
    }

    @Test
    void offersToStartWhatTheRoleMayStart() {
        assertThat(text(get(deputy, school, "/start"))).contains("Проба").doesNotContain("Большая проба");
        assertThat(text(get(secretary, school, "/start"))).contains("Большая проба");
        assertThat(text(get(people.person(school, Role.TEACHER), school, "/start")))
                .contains("Ваша роль в этой организации не начинает дел.");
    }

    private String startOuter() {
        return Acting.as(
                secretary.actor(school),
                () -> transactions.execute(status -> cases.start(
                        new NewCase(OUTER, UUID.randomUUID(), school.id(), "Большая проба № 1", List.of()))));
    }

    private void decide(TestPerson person, String decision) {
        Acting.as(
                person.actor(school),
                () -> transactions.executeWithoutResult(status -> tasks.complete(
                        tasks.require(task(trial.instanceId()), TrialProcess.DECIDE),
                        decision,
                        REASON,
                        List.of(DECISION.with(decision)))));
    }

    private String task(String instanceId) {
        return actor.asProduct(() -> engine.createTaskQuery()
                .processInstanceId(instanceId)
                .singleResult()
                .getId());
    }

    private Document page(TestPerson person, Organization organization, String instanceId) {
        return Jsoup.parse(text(get(person, organization, "/cases/" + instanceId)));
    }

    private Document cases(TestPerson person, Organization organization, String query) {
        return Jsoup.parse(text(get(person, organization, "/cases" + query)));
    }

    private static List<String> links(Document list) {
        return list.select("tbody a").eachAttr("href").stream()
                .map(link -> link.substring("/cases/".length()))
                .toList();
    }

    private MvcTestResult get(TestPerson person, Organization organization, String uri) {
        return web.get()
                .uri(java.net.URI.create(uri))
                .with(person.in(organization))
                .exchange();
    }

    private static String text(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Additions {
        @Bean
        CaseSection canary() {
            return (process, key) -> process.equals(TrialProcess.KEY)
                    ? Optional.of(new CaseSection.View("workflow-test/section :: part", Map.of("title", SECTION)))
                    : Optional.empty();
        }

        @Bean
        StartableProcess outer(RepositoryService repository) {
            var model = Bpmn.createExecutableProcess(OUTER)
                    .name("Большая проба")
                    .camundaHistoryTimeToLiveString("P1825D")
                    .startEvent("StartEvent_OuterWanted")
                    .name("Нужна большая проба")
                    .callActivity("CallActivity_TryOut")
                    .name("Провести пробу")
                    .calledElement(TrialProcess.KEY)
                    .camundaInBusinessKey("#{execution.processBusinessKey}")
                    .camundaIn("organization", "organization")
                    .camundaIn("caseLabel", "caseLabel")
                    .userTask("UserTask_Close")
                    .name("Закрыть большую пробу")
                    .camundaCandidateGroups("${organization}.secretary,${organization}.director")
                    .endEvent("EndEvent_OuterClosed")
                    .name("Большая проба закрыта")
                    .done();
            repository
                    .createDeployment()
                    .name("outer trial")
                    .enableDuplicateFiltering(true)
                    .addModelInstance("try-out-outer.bpmn", model)
                    .deploy();
            return new StartableProcess(OUTER, "workflow/try-out-outer/start", Set.of(Role.SECRETARY));
        }
    }
}
