package school.chancery.yearclosing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.identity.Ground;
import school.chancery.identity.Role;
import school.chancery.identity.RoleGrant;
import school.chancery.identity.Roles;
import school.chancery.identity.TestPeople;
import school.chancery.journal.MarkValue;
import school.chancery.journal.TestMarks;
import school.chancery.platform.SchoolStory;
import school.chancery.platform.SchoolStory.Employee;

/** A school that closes its year, driven by the forms people use: two classes, one with a pupil who has a debt. */
public final class ClosingForms {
    public static final String YEAR = "/yearclosing/close-school-year/";
    public static final String CLASS = "/yearclosing/close-class/";

    public final SchoolStory school;
    public final Employee coordinator;
    public final Employee classTeacher;
    public final UUID fifth;
    final UUID tenth;
    final UUID passed;
    final UUID owing;
    private final ApplicationContext context;
    private final UUID subject;

    public ClosingForms(ApplicationContext context) {
        this(context, null);
    }

    /** @param neighbour a school of the same district */
    public ClosingForms(ApplicationContext context, SchoolStory neighbour) {
        this.context = context;
        school = neighbour == null ? new SchoolStory(context) : new SchoolStory(context, neighbour);
        coordinator = school.employee(school.school, "PEDAGOGUE", "HIGHER", false, Role.COORDINATOR);
        classTeacher = school.employee(school.school, "PEDAGOGUE", "HIGHER", false, Role.CLASS_TEACHER);
        fifth = schoolClass("5А");
        tenth = schoolClass("10Б");
        leads(classTeacher, fifth);
        var marks = marks();
        subject = marks.subject("maths", "Математика", "Матем");
        marks.plan(fifth, subject);
        marks.plan(tenth, subject);
        passed = pupils(fifth).get(0);
        owing = pupils(fifth).get(1);
    }

    public TestMarks marks() {
        return new TestMarks(school.rows(), school.school.id(), school.classes().year());
    }

    UUID schoolClass(String label) {
        return school.rows()
                .sql("select id from organization.classes where school_year_id = ? and label = ?")
                .params(school.classes().year(), label)
                .query(UUID.class)
                .single();
    }

    List<UUID> pupils(UUID schoolClass) {
        return school.rows()
                .sql("select pupil_id from students.enrollments where class_id = ? order by pupil_id")
                .param(schoolClass)
                .query(UUID.class)
                .list();
    }

    private void leads(Employee teacher, UUID schoolClass) {
        school.rows()
                .sql(
                        "insert into people.class_teachers (id, organization_id, class_id, staff_id, from_on) values (?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        school.school.id(),
                        schoolClass,
                        teacher.staffId(),
                        school.classes().yearStart())
                .update();
    }

    /** Everybody has a mark; one has failed. */
    public ClosingForms marked() {
        pupils(tenth).forEach(pupil -> marks().mark(pupil, subject, MarkValue.FOUR));
        marks().mark(passed, subject, MarkValue.FIVE);
        marks().mark(owing, subject, MarkValue.TWO);
        return this;
    }

    void mark(UUID pupil) {
        marks().mark(pupil, subject, MarkValue.FIVE);
    }

    public MvcTestResult start(Employee who) {
        return school.post(
                who, YEAR + "start", "schoolYearId", school.classes().year().toString());
    }

    public ClosingForms started() {
        start(school.director);
        return checked();
    }

    public ClosingForms checked() {
        school.run("ServiceTask_FreezeRoster");
        school.run("ServiceTask_RunChecks");
        return this;
    }

    public MvcTestResult recheck() {
        return submit(school.deputy, "UserTask_ResolveFindings", "resolve-findings", "decision", "RECHECK");
    }

    /** To the tasks of the class teachers. */
    public ClosingForms opened() {
        school.run("ServiceTask_OpenClasses");
        runAll("ServiceTask_PrepareOutcomes");
        return this;
    }

    /** The outcomes of every class are proposed. */
    public ClosingForms proposed() {
        for (var task : open("UserTask_ProposeOutcomes"))
            school.post(proposer(task), CLASS + "propose-outcomes", "taskId", task.getId());
        return this;
    }

    /** They are accepted too. */
    public ClosingForms classesClosed() {
        proposed();
        for (var task : open("UserTask_ReviewOutcomes"))
            school.post(school.deputy, CLASS + "review-outcomes", "taskId", task.getId(), "decision", "ACCEPT");
        runAll("EndEvent_OutcomesAccepted");
        return this;
    }

    // The other class has no class teacher: the deputy does it.
    private Employee proposer(Task task) {
        var label = school.rows()
                .sql("select c.label from yearclosing.class_closings k join organization.classes c on c.id = k.class_id"
                        + " where k.id = ?::uuid")
                .param(businessKey(task))
                .query(String.class)
                .single();
        return label.equals("5А") ? classTeacher : school.deputy;
    }

    private String businessKey(Task task) {
        return context.getBean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    public MvcTestResult council(String... more) {
        return submit(school.secretary, "UserTask_RecordCouncil", "record-council", minutes(more));
    }

    String[] minutes(String... more) {
        var values = new ArrayList<>(List.of(
                "number", "9",
                "heldOn", school.today().toString(),
                "agenda", "О переводе обучающихся",
                "decision", "Перевести",
                "graduatesLastOn", school.today().plusDays(20).toString()));
        for (var i = 0; i < more.length; i += 2) values.set(values.indexOf(more[i]) + 1, more[i + 1]);
        return values.toArray(String[]::new);
    }

    public MvcTestResult approve() {
        return submit(school.deputy, "UserTask_ApproveNextClasses", "approve-next-classes");
    }

    /** A plan that waits for the first person. */
    public ClosingForms planned() {
        started().opened().classesClosed();
        council();
        approve();
        school.run("ServiceTask_PrepareDryRun");
        return this;
    }

    public MvcTestResult confirm(Employee who, String decision) {
        return decide(who, "UserTask_ConfirmClosing", "confirm-closing", decision);
    }

    public MvcTestResult countersign(Employee who, String decision) {
        return decide(who, "UserTask_CountersignClosing", "countersign-closing", decision);
    }

    private MvcTestResult decide(Employee who, String element, String path, String decision) {
        return submit(who, element, path, "decision", decision, "remark", SchoolStory.REASON, "hash", hash());
    }

    public ClosingForms confirmed() {
        planned();
        confirm(school.director, "CONFIRM");
        countersign(coordinator, "CONFIRM");
        return this;
    }

    void alsoCoordinator(Employee who) {
        var ground = new Ground(Ground.Kind.FIRST_LOADING, null, "первичный ввод");
        var grant = new RoleGrant(
                who.account().id(), school.school.id(), Role.COORDINATOR, TestPeople.ALWAYS, null, ground, null);
        Acting.as(Actor.PRODUCT, () -> context.getBean(Roles.class).grant(grant));
    }

    /** Every drafted order is signed, or the first of them rejected. */
    public ClosingForms ordered(String draft, String decision) {
        school.run(draft);
        runAll("ServiceTask_FreezeOriginal");
        for (var task : open("UserTask_SignOrder")) {
            school.post(
                    school.director,
                    "/orders/issue-order/sign-order",
                    "taskId",
                    task.getId(),
                    "decision",
                    decision,
                    "password",
                    TestPeople.PASSWORD,
                    "remark",
                    SchoolStory.REASON);
            if (decision.equals("REJECT")) break;
        }
        return this;
    }

    /** From a plan given back to the reconciliation. */
    public ClosingForms applied(Employee reviser) {
        submit(
                reviser,
                "UserTask_ResolveStalePlan",
                "resolve-stale-plan",
                "revision",
                "PLAN",
                "reason",
                SchoolStory.REASON);
        approve();
        school.run("ServiceTask_PrepareDryRun");
        confirm(school.director, "CONFIRM");
        countersign(coordinator, "CONFIRM");
        return carriedOut();
    }

    /** To the reconciliation. */
    public ClosingForms applied() {
        return confirmed().carriedOut();
    }

    private ClosingForms carriedOut() {
        ordered("ServiceTask_DraftOrders", "SIGN");
        school.run("ServiceTask_ApplyOutcomes");
        school.run("ServiceTask_ActivateNewYear");
        return this;
    }

    public MvcTestResult seal(String... more) {
        return submit(school.director, "UserTask_SealYear", "seal-year", more);
    }

    public MvcTestResult submit(Employee who, String element, String path, String... parameters) {
        return school.submit(who, element, YEAR + path, parameters);
    }

    public List<Task> open(String element) {
        return context.getBean(TaskService.class)
                .createTaskQuery()
                .tenantIdIn(school.school.code())
                .taskDefinitionKey(element)
                .list();
    }

    public void runAll(String element) {
        var management = context.getBean(ManagementService.class);
        management
                .createJobQuery()
                .tenantIdIn(school.school.code())
                .activityId(element)
                .list()
                .forEach(job -> Acting.as(Actor.PRODUCT, () -> management.executeJob(job.getId())));
    }

    public UUID closing() {
        return school.rows()
                .sql("select id from yearclosing.closings where organization_id = ? order by opened_at desc limit 1")
                .param(school.school.id())
                .query(UUID.class)
                .single();
    }

    public String state() {
        return text("select state from yearclosing.closings where id = ?");
    }

    String yearState() {
        return school.rows()
                .sql("select state from organization.school_years where id = ?")
                .param(school.classes().year())
                .query(String.class)
                .single();
    }

    private String hash() {
        return text("select coalesce(plan_hash, '-') from yearclosing.closings where id = ?");
    }

    private String text(String sql) {
        return school.rows().sql(sql).param(closing()).query(String.class).single();
    }

    /** Class and first day of every stay of a pupil. */
    List<String> stays(UUID pupil) {
        return school.rows().sql("""
                        select c.label || ' ' || e.from_on || ' ' || coalesce(e.to_on::text, '…') from students.enrollments e
                            join organization.classes c on c.id = e.class_id where e.pupil_id = ? order by e.from_on
                        """).param(pupil).query(String.class).list();
    }

    /** Kinds of the movement book, in the order of its numbers. */
    List<String> book() {
        return school.rows()
                .sql("select kind from students.movements where organization_id = ? order by number")
                .param(school.school.id())
                .query(String.class)
                .list();
    }

    LocalDate nextStart() {
        return school.classes().yearStart().plusYears(1);
    }
}
