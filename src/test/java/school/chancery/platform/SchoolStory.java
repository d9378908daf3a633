package school.chancery.platform;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.TestDatabase;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.identity.Accounts;
import school.chancery.identity.Ground;
import school.chancery.identity.NewAccount;
import school.chancery.identity.Role;
import school.chancery.identity.RoleGrant;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.identity.TestPeople.TestPerson;
import school.chancery.organization.NewOrganization;
import school.chancery.organization.Organization;
import school.chancery.organization.OrganizationType;
import school.chancery.organization.Organizations;
import school.chancery.organization.Requisites;
import school.chancery.students.TestClasses;
import school.chancery.workflow.engine.FactDelivery;

/** A school of a test's own with its people, driven by the forms that people use and the jobs that run in between. */
public final class SchoolStory {
    public static final String REASON = "Так решено на совещании при директоре";
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final ApplicationContext context;
    private final JdbcClient rows = JdbcClient.create(TestDatabase.shared().owner());

    public final Organization office;
    public final Organization school;
    public final Employee director;
    public final Employee deputy;
    public final Employee secretary;
    public final Employee teacher;
    public final Employee specialist;
    private final TestClasses classes;

    /** Somebody with an account who works there. */
    public record Employee(TestPerson account, UUID staffId, UUID personId, String name, String phone) {}

    public SchoolStory(ApplicationContext context) {
        this(context, null);
    }

    /** @param neighbour a school of the same district; null for one of a district of its own */
    public SchoolStory(ApplicationContext context, SchoolStory neighbour) {
        this.context = context;
        office = neighbour == null ? organization(OrganizationType.DISTRICT_OFFICE, null) : neighbour.office;
        school = organization(OrganizationType.SCHOOL, office.code());
        director = employee(school, "HEAD", "HIGHER", true, Role.DIRECTOR);
        deputy = employee(school, "DEPUTY", "HIGHER", true, Role.DEPUTY);
        secretary = employee(school, "SUPPORT", "VOCATIONAL", false, Role.SECRETARY);
        teacher = employee(school, "PEDAGOGUE", "HIGHER", false, Role.TEACHER);
        specialist = neighbour == null
                ? employee(office, "SUPPORT", "HIGHER", false, Role.DISTRICT_SPECIALIST)
                : neighbour.specialist;
        classes = new TestClasses(rows, school.id(), today());
        var fifth = classes.open(5, "А", null);
        classes.pupilIn(fifth, "Учеников");
        classes.pupilIn(fifth, "Учеников");
        classes.pupilIn(classes.open(10, "Б", null), "Учеников");
    }

    public UUID platform() {
        return rows.sql("select id from platform.platforms order by name limit 1")
                .query(UUID.class)
                .single();
    }

    public Employee employee(Organization where, String category, String education, boolean experience, Role... held) {
        var number = COUNTER.incrementAndGet();
        var family = "Проверкина" + letters(number);
        var phone = "+7999%07d".formatted(number);
        var person = person(family, phone);
        var staff = UUID.randomUUID();
        rows.sql("""
                        insert into people.staff (id, organization_id, person_id, position, category, education,
                            management_experience, hired_on)
                        values (?, ?, ?, 'работник', ?, ?, ?, '2019-09-01')
                        """)
                .params(staff, where.id(), person, category, education, experience)
                .update();
        var account = account(family, person);
        for (var role : held) grant(account, where, role);
        return new Employee(account, staff, person, family + " Анна Ивановна", phone);
    }

    /** Works there, but cannot sign in. */
    public UUID employeeWithoutAccount() {
        var staff = UUID.randomUUID();
        rows.sql("""
                        insert into people.staff (id, organization_id, person_id, position, category, education,
                            management_experience, hired_on)
                        values (?, ?, ?, 'сторож', 'SUPPORT', 'SECONDARY', false, '2019-09-01')
                        """)
                .params(staff, school.id(), person("Безучётная", "+79990000000"))
                .update();
        return staff;
    }

    public MvcTestResult get(Employee who, String path, String... parameters) {
        return get(who, school, path, parameters);
    }

    public MvcTestResult get(Employee who, Organization where, String path, String... parameters) {
        var request = web().get().uri(path).with(who.account().in(where));
        for (var i = 0; i < parameters.length; i += 2) request = request.param(parameters[i], parameters[i + 1]);
        return request.exchange();
    }

    public MvcTestResult post(Employee who, String path, String... parameters) {
        return post(who, school, path, parameters);
    }

    public MvcTestResult post(Employee who, Organization where, String path, String... parameters) {
        var request =
                web().post().uri(path).with(who.account().in(where)).with(SecurityMockMvcRequestPostProcessors.csrf());
        for (var i = 0; i < parameters.length; i += 2) request = request.param(parameters[i], parameters[i + 1]);
        return request.exchange();
    }

    /** Submits the form of the one open task of that element. */
    public MvcTestResult submit(Employee who, String element, String path, String... parameters) {
        var all = new ArrayList<>(List.of("taskId", task(element)));
        all.addAll(List.of(parameters));
        return post(who, path, all.toArray(String[]::new));
    }

    public boolean isOpen(String element) {
        return tasks().createTaskQuery()
                        .tenantIdIn(school.code())
                        .taskDefinitionKey(element)
                        .count()
                > 0;
    }

    public String task(String element) {
        var task = tasks().createTaskQuery()
                .tenantIdIn(school.code())
                .taskDefinitionKey(element)
                .singleResult();
        if (task == null) throw new AssertionError("no open task " + element);
        return task.getId();
    }

    /** Runs the one job that waits at the element. */
    public void run(String element) {
        var job = job(element);
        if (job == null) throw new AssertionError("no job at " + element);
        Acting.as(Actor.PRODUCT, () -> context.getBean(ManagementService.class).executeJob(job.getId()));
    }

    public Job job(String element) {
        return context.getBean(ManagementService.class)
                .createJobQuery()
                .tenantIdIn(school.code())
                .activityId(element)
                .singleResult();
    }

    public void deliverFacts() {
        context.getBean(FactDelivery.class).deliverDue();
    }

    /** Publishes in a transaction of the product's own, as the module that tells it would. */
    public void happens(Object event) {
        Acting.as(
                Actor.PRODUCT,
                () -> context.getBean(TransactionTemplate.class)
                        .executeWithoutResult(status -> context.publishEvent(event)));
    }

    public void sign(String decision) {
        run("ServiceTask_FreezeOriginal");
        submit(
                director,
                "UserTask_SignOrder",
                "/orders/issue-order/sign-order",
                "decision",
                decision,
                "password",
                TestPeople.PASSWORD,
                "remark",
                REASON);
    }

    public MvcTestResult propose(Employee who, Employee candidate, String... more) {
        return post(who, "/platform/appoint-administrator/start", proposal(candidate, more));
    }

    public String[] proposal(Employee candidate, String... more) {
        var parameters = new ArrayList<>(List.of(
                "platformId",
                platform().toString(),
                "staffId",
                candidate.staffId().toString(),
                "kind",
                "MAIN",
                "effectiveOn",
                today().toString(),
                "ground",
                "пунктом 1.1 приказа управления образования"));
        for (var i = 0; i < more.length; i += 2) {
            var at = parameters.indexOf(more[i]);
            if (at < 0) parameters.addAll(List.of(more[i], more[i + 1]));
            else parameters.set(at + 1, more[i + 1]);
        }
        return parameters.toArray(String[]::new);
    }

    /** From a proposal that is waiting for its order to the role. */
    public void ordered() {
        run("ServiceTask_DraftOrder");
        sign("SIGN");
        run("CatchEvent_EffectiveDate");
        run("ServiceTask_GrantRole");
    }

    /** A main administrator in force. */
    public UUID appointed(Employee candidate) {
        propose(deputy, candidate);
        if (isOpen("UserTask_ConfirmCandidate")) confirm("CONFIRM");
        ordered();
        return rows.sql(
                        "select id from platform.appointments where organization_id = ? and staff_id = ? and state = 'ACTIVE'")
                .params(school.id(), candidate.staffId())
                .query(UUID.class)
                .single();
    }

    public MvcTestResult confirm(String decision) {
        return submit(
                director,
                "UserTask_ConfirmCandidate",
                "/platform/appoint-administrator/confirm-candidate",
                "decision",
                decision,
                "reason",
                REASON);
    }

    /** Fills in the application as it is right, but for what is changed. */
    public MvcTestResult prepareApplication(String... changed) {
        return submit(
                deputy,
                "UserTask_PrepareApplication",
                "/platform/register-organization/prepare-application",
                application(changed));
    }

    public static String[] application(String... changed) {
        var values = new ArrayList<>(List.of(
                "fullName", "Муниципальное общеобразовательное учреждение",
                "shortName", "МОУ",
                "inn", "6900 123454",
                "ogrn", "1026900000126",
                "address", "г. Приморск, ул. Мира, д. 1",
                "head", "Проверкина Анна Ивановна",
                "email", "office@school.example",
                "phone", "8 (4822) 32-00-00",
                "contactName", "Проверкина Анна Ивановна",
                "contactEmail", "anna@school.example",
                "contactPhone", "8 (999) 123-45-67"));
        for (var i = 0; i < changed.length; i += 2) {
            var at = values.indexOf(changed[i]);
            if (at < 0) values.addAll(List.of(changed[i], changed[i + 1]));
            else values.set(at + 1, changed[i + 1]);
        }
        return values.toArray(String[]::new);
    }

    public boolean has(Employee who, Role role) {
        return context.getBean(Roles.class).has(who.account().id(), school.id(), role, today());
    }

    public LocalDate today() {
        return context.getBean(Organizations.class).today(school.id());
    }

    /** The classes of the running year. */
    public TestClasses classes() {
        return classes;
    }

    /** A paper order of the past, registered with its own number. */
    public UUID registeredOrder(String kind) {
        var id = draftOrder(kind);
        var copy = UUID.randomUUID();
        rows.sql("""
                        insert into documents.files (id, organization_id, name, media_type, size, sha256, bytes, frozen, stored_at)
                        values (?, ?, 'приказ.pdf', 'application/pdf', 1, encode(sha256('x'), 'hex'), 'x', true, now())
                        """).params(copy, school.id()).update();
        rows.sql("""
                        update orders.orders set status = 'REGISTERED', historical = true, number = ?, year = 2026,
                            registered_on = ?, registered_at = now(), registered_copy_id = ? where id = ?
                        """)
                .params("п-" + COUNTER.incrementAndGet(), today(), copy, id)
                .update();
        return id;
    }

    /** An order that nobody has signed. */
    public UUID draftOrder(String kind) {
        var id = UUID.randomUUID();
        rows.sql("""
                        insert into orders.orders (id, version, organization_id, kind, series, status, caused_by,
                            initiator_account_id, created_at, title, legal_basis, body, effective_on)
                        select ?, 0, ?, code, series, 'DRAFT', ?, ?, now(), 'О движении', '', 'Текст', ?
                        from orders.kinds where code = ?
                        """)
                .params(id, school.id(), UUID.randomUUID(), director.account().id(), today(), kind)
                .update();
        return id;
    }

    /** As the owner sees them: row level security does not bind here. */
    public JdbcClient rows() {
        return rows;
    }

    public String state(String table) {
        return rows.sql("select state from platform." + table + " where organization_id = ? order by 1 limit 1")
                .param(school.id())
                .query(String.class)
                .single();
    }

    private UUID person(String family, String phone) {
        var id = UUID.randomUUID();
        rows.sql(
                        "insert into people.persons (id, family, given, patronymic, email, phone) values (?, ?, 'Анна', 'Ивановна', ?, ?)")
                .params(id, family, "anna" + COUNTER.incrementAndGet() + "@school.example", phone)
                .update();
        return id;
    }

    private TestPerson account(String name, UUID person) {
        var login = "story-" + UUID.randomUUID().toString().substring(0, 13);
        var account = new NewAccount(
                login, name + " А. И.", login + "@office.example", person, TestPeople.PASSWORD, false, false);
        var id = Acting.as(Actor.PRODUCT, () -> context.getBean(Accounts.class).open(account));
        return new TestPerson(id, login, name);
    }

    private void grant(TestPerson account, Organization where, Role role) {
        var ground = new Ground(Ground.Kind.FIRST_LOADING, null, "первичный ввод");
        var grant = new RoleGrant(account.id(), where.id(), role, TestPeople.ALWAYS, null, ground, null);
        Acting.as(Actor.PRODUCT, () -> context.getBean(Roles.class).grant(grant));
    }

    private Organization organization(OrganizationType type, String officeCode) {
        var code = (officeCode == null ? "office-" : "school-")
                + UUID.randomUUID().toString().substring(0, 8);
        var requisites = new Requisites("6900123454", "1026900000126", "г. Приморск, ул. Мира, д. 1", "Директор");
        var organization = new NewOrganization(
                code,
                type,
                "Муниципальное учреждение " + code,
                "МУ " + code,
                "г. Приморск",
                officeCode,
                ZoneId.of("Europe/Samara"),
                requisites);
        var organizations = context.getBean(Organizations.class);
        return organizations.require(Acting.as(Actor.PRODUCT, () -> organizations.register(organization)));
    }

    // Family names have no digits.
    private static String letters(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> String.valueOf("абвгдежзик".charAt(digit - '0')))
                .reduce("", String::concat);
    }

    private MockMvcTester web() {
        return context.getBean(MockMvcTester.class);
    }

    private TaskService tasks() {
        return context.getBean(TaskService.class);
    }
}
