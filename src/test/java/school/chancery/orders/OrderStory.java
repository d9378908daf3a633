package school.chancery.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import school.chancery.TestDatabase;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.identity.Accounts;
import school.chancery.identity.NewAccount;
import school.chancery.identity.Role;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.orders.OrderDraft.PersonToAcquaint;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.TestOrganizations;
import school.chancery.workflow.engine.FactDelivery;

/** What tests of the order register tell their stories with: schools with people, their forms, their jobs. */
@TestConfiguration(proxyBeanMethods = false)
public class OrderStory {
    @Bean
    Directory testDirectory() {
        return new Directory();
    }

    @Bean
    Office office(
            WebApplicationContext web,
            Organizations organizations,
            Accounts accounts,
            Roles roles,
            Directory directory,
            TaskService tasks,
            ManagementService jobs,
            HistoryService history,
            FactDelivery facts,
            TransactionTemplate transactions) {
        return new Office(web, organizations, accounts, roles, directory, tasks, jobs, history, facts, transactions);
    }

    /** Stands beside the staff register. */
    public static final class Directory implements PersonDirectory {
        private final Map<UUID, List<PersonToAcquaint>> people = new ConcurrentHashMap<>();

        @Override
        public List<PersonToAcquaint> employed(UUID organizationId, LocalDate on) {
            return people.getOrDefault(organizationId, List.of());
        }

        public void add(UUID organizationId, PersonToAcquaint person) {
            people.computeIfAbsent(organizationId, id -> new ArrayList<>()).add(person);
        }
    }

    /** Makes schools and does for their people what a browser and the job executor do. */
    public record Office(
            WebApplicationContext context,
            Organizations organizations,
            Accounts accounts,
            Roles roles,
            Directory directory,
            TaskService tasks,
            ManagementService jobs,
            HistoryService history,
            FactDelivery facts,
            TransactionTemplate transactions) {

        public School school() {
            var made = new TestOrganizations(organizations);
            var people = new TestPeople(accounts, roles);
            var school = made.school(made.office());
            var teacherId = UUID.randomUUID();
            var teacher = account(teacherId);
            people.grant(teacher, school, Role.TEACHER);
            directory.add(school.id(), new PersonToAcquaint(teacherId, "Синицына Мария Олеговна", "учитель"));
            return new School(
                    this,
                    people,
                    school,
                    people.person(school, Role.DIRECTOR),
                    people.person(school, Role.DEPUTY),
                    people.person(school, Role.SECRETARY),
                    teacher,
                    teacherId);
        }

        private TestPerson account(UUID personId) {
            var login = "teacher-" + UUID.randomUUID();
            var account = new NewAccount(login, "Синицына М. О.", null, personId, TestPeople.PASSWORD, false, false);
            return new TestPerson(Acting.as(Actor.PRODUCT, () -> accounts.open(account)), login, "Синицына М. О.");
        }
    }

    /** One school of a test's own. */
    public record School(
            Office office,
            TestPeople people,
            Organization organization,
            TestPerson director,
            TestPerson deputy,
            TestPerson secretary,
            TestPerson teacher,
            UUID teacherId) {

        public MvcTestResult get(TestPerson person, String path) {
            return web().get()
                    .uri(URI.create(path))
                    .with(person.in(organization))
                    .exchange();
        }

        public Document page(TestPerson person, String path) {
            var result = get(person, path);
            assertThat(result).hasStatusOk();
            return parsed(result);
        }

        public MvcTestResult post(TestPerson person, String path, String... parameters) {
            return post(person, path, null, parameters);
        }

        /** @param file sent along as a part of the form; null when there is none */
        public MvcTestResult post(TestPerson person, String path, MockMultipartFile file, String... parameters) {
            var request = web().post().uri(path).multipart();
            if (file != null) request = request.file(file);
            for (var i = 0; i < parameters.length; i += 2) request = request.param(parameters[i], parameters[i + 1]);
            return request.with(person.in(organization))
                    .with(SecurityMockMvcRequestPostProcessors.csrf())
                    .exchange();
        }

        public static Document parsed(MvcTestResult result) {
            try {
                return Jsoup.parse(result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException(e);
            }
        }

        private MockMvcTester web() {
            return MockMvcTester.from(
                    office.context(),
                    builder -> builder.apply(org.springframework.security.test.web.servlet.setup
                                    .SecurityMockMvcConfigurers.springSecurity())
                            .build());
        }

        /** The open task of this element about this aggregate; null when there is none. */
        public String task(UUID businessKey, String element) {
            var task = office.tasks()
                    .createTaskQuery()
                    .processInstanceBusinessKey(businessKey.toString())
                    .taskDefinitionKey(element)
                    .singleResult();
            return task == null ? null : task.getId();
        }

        public UUID onlyOrder() {
            return rows().queryForObject(
                            "select id from orders.orders where organization_id = ?", UUID.class, organization.id());
        }

        public UUID onlyAcknowledgement() {
            return rows().queryForObject(
                            "select id from orders.acknowledgements where organization_id = ?",
                            UUID.class,
                            organization.id());
        }

        public Map<String, Object> order(UUID id) {
            return rows().queryForMap("select * from orders.orders where id = ?", id);
        }

        /** As the tables' owner, whom row level security does not bind. */
        public JdbcTemplate rows() {
            return new JdbcTemplate(TestDatabase.shared().owner());
        }

        /** Runs what the job executor and the schedule would. */
        public void runJobs(UUID businessKey) {
            for (var instance : office.history()
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(businessKey.toString())
                    .list()) {
                office.jobs()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .list()
                        .forEach(job ->
                                Acting.as(Actor.PRODUCT, () -> office.jobs().executeJob(job.getId())));
            }
        }

        public void deliverFacts() {
            office.facts().deliverDue();
        }

        /** Begins an order by its form and returns its id. */
        public UUID begin(String kind) {
            var form = page(deputy, "/orders/issue-order/start");
            post(
                    deputy,
                    "/orders/issue-order/start",
                    "formId",
                    form.select("input[name=formId]").val(),
                    "kind",
                    kind);
            return onlyOrder();
        }

        /** Writes a draft and hands it over; its original is frozen afterwards. */
        public void prepare(UUID order, String... more) {
            assertThat(submit(order, more)).hasStatus3xxRedirection();
            runJobs(order);
        }

        public MvcTestResult submit(UUID order, String... more) {
            var parameters = new ArrayList<>(List.of(
                    "taskId", task(order, "UserTask_PrepareOrder"),
                    "action", "submit",
                    "version", order(order).get("version").toString(),
                    "title", "О дежурстве в столовой",
                    "legalBasis", "Уставом образовательной организации",
                    "body", "1. Дежурить по графику.\n2. Контроль оставляю за собой.",
                    "effectiveOn", "2026-12-01",
                    "people", teacherId.toString()));
            for (var i = 0; i < more.length; i += 2) {
                var at = parameters.indexOf(more[i]);
                if (at >= 0 && at % 2 == 0) parameters.set(at + 1, more[i + 1]);
                else parameters.addAll(List.of(more[i], more[i + 1]));
            }
            return post(deputy, "/orders/issue-order/prepare-order", parameters.toArray(String[]::new));
        }

        public MvcTestResult sign(UUID order) {
            return post(
                    director,
                    "/orders/issue-order/sign-order",
                    "taskId",
                    task(order, "UserTask_SignOrder"),
                    "decision",
                    "SIGN",
                    "password",
                    TestPeople.PASSWORD);
        }

        /** A registered general order. */
        public UUID registered() {
            var order = begin("general");
            prepare(order);
            assertThat(sign(order)).hasStatus3xxRedirection();
            return order;
        }

        public void sets(String kind, String signatureKind) {
            rows().update("""
                            insert into orders.kind_overrides (organization_id, kind, title, legal_basis, body, signature_kind)
                            values (?, ?, '', '', '', ?)""", organization.id(), kind, signatureKind);
        }
    }

    public static MockMultipartFile scan(String name) {
        return new MockMultipartFile(name, "скан.pdf", "application/pdf", "%PDF-1.7\nпроба\n%%EOF".getBytes());
    }
}
