package school.chancery.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import school.chancery.ChanceryTest;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.identity.Role;
import school.chancery.identity.TestPeople;
import school.chancery.mail.MailSettled;
import school.chancery.people.domain.DutyKind;
import school.chancery.platform.SchoolStory;
import school.chancery.platform.SchoolStory.Employee;
import school.chancery.students.TransferStory;
import school.chancery.workflow.domain.IncidentRegister;
import school.chancery.workflow.domain.IncidentRegister.Incident;
import school.chancery.yearclosing.ClosingForms;
import school.chancery.yearclosing.DebtStory;

/**
 * Every task page and every start form once on a phone's screen and by axe. The cases are driven there by the forms
 * without a browser; each form is then opened by somebody who works on it.
 */
@ChanceryTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FormsBrowserTests {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa");
    private static final Path PICTURES = Path.of("target/screenshots/forms");
    private static final Pattern FORM_KEY = Pattern.compile("formKey=\"([^\"]+)\"");
    private static final String REGISTER = "/platform/register-organization/";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private final Map<Employee, Page> pages = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private Playwright playwright;
    private Browser chromium;

    @BeforeAll
    void open() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--disable-dev-shm-usage")));
    }

    @AfterAll
    void close() {
        chromium.close();
        playwright.close();
    }

    @Test
    @Order(1)
    void fromAProposedCandidateToTheOrderThatCameBack() {
        var story = new SchoolStory(context);
        look(story.deputy, "/platform/appoint-administrator/start");
        look(story.secretary, "/orders/issue-order/start");
        story.propose(story.deputy, story.teacher);
        lookAtTask(story, story.director, "UserTask_ConfirmCandidate");
        story.confirm("CONFIRM");
        story.run("ServiceTask_DraftOrder");
        story.run("ServiceTask_FreezeOriginal");
        lookAtTask(story, story.director, "UserTask_SignOrder");
        story.submit(
                story.director,
                "UserTask_SignOrder",
                "/orders/issue-order/sign-order",
                "decision",
                "RETURN",
                "remark",
                SchoolStory.REASON);
        lookAtTask(story, story.secretary, "UserTask_PrepareOrder");
    }

    @Test
    @Order(2)
    void anOrderSignedOnPaper() {
        var story = new SchoolStory(context);
        story.rows()
                .sql(
                        "insert into orders.kind_overrides (organization_id, kind, title, legal_basis, body, signature_kind)"
                                + " select ?, code, title, legal_basis, body, 'PAPER' from orders.kinds"
                                + " where code = 'platform-administrator-appointment'")
                .param(story.school.id())
                .update();
        story.propose(story.deputy, story.deputy);
        story.run("ServiceTask_DraftOrder");
        story.run("ServiceTask_FreezeOriginal");
        lookAtTask(story, story.secretary, "UserTask_RecordPaperSignature");
    }

    @Test
    @Order(3)
    void fromTheOrderInForceToTheSuccessor() {
        var story = new SchoolStory(context);
        var appointment = story.appointed(story.deputy);
        story.deliverFacts();
        lookAtTask(story, story.deputy, "UserTask_Acknowledge");
        lookAtTask(story, story.deputy, "UserTask_StudyActs");
        lookAtTask(story, story.secretary, "UserTask_PublishOnWebsite");
        look(story.deputy, "/platform/relieve-administrator/start");
        story.post(
                story.director,
                "/platform/relieve-administrator/start",
                "appointmentId",
                appointment.toString(),
                "effectiveOn",
                story.today().toString(),
                "ground",
                SchoolStory.REASON);
        story.run("ServiceTask_DraftOrder");
        story.sign("SIGN");
        story.run("CatchEvent_EffectiveDate");
        story.run("ServiceTask_RevokeRole");
        lookAtTask(story, story.director, "UserTask_NameSuccessor");
    }

    @Test
    @Order(4)
    void fromTheApplicationToTheStructure() {
        var story = new SchoolStory(context);
        story.appointed(story.deputy);
        look(story.deputy, REGISTER + "start");
        story.post(
                story.deputy, REGISTER + "start", "platformId", story.platform().toString());
        lookAtTask(story, story.deputy, "UserTask_PrepareApplication");
        story.submit(
                story.deputy,
                "UserTask_PrepareApplication",
                REGISTER + "prepare-application",
                SchoolStory.application());
        lookAtTask(story, story.director, "UserTask_ApproveApplication");
        story.submit(
                story.director, "UserTask_ApproveApplication", REGISTER + "approve-application", "approval", "APPROVE");
        settle(story, false);
        lookAtTask(story, story.deputy, "UserTask_FixDelivery");
        story.submit(
                story.deputy,
                "UserTask_FixDelivery",
                REGISTER + "fix-delivery",
                "address",
                "registration@platform.example");
        settle(story, true);
        lookAtTask(story, story.secretary, "UserTask_RecordReply");
        story.submit(
                story.secretary,
                "UserTask_RecordReply",
                REGISTER + "record-reply",
                "reply",
                "REGISTERED",
                "repliedOn",
                story.today().toString());
        lookAtTask(story, story.deputy, "UserTask_ActivateAdministrator");
        story.submit(
                story.deputy,
                "UserTask_ActivateAdministrator",
                REGISTER + "activate-administrator",
                "phone",
                "+7 999 123-45-67",
                "activatedOn",
                story.today().toString());
        lookAtTask(story, story.deputy, "UserTask_FillProfile");
        story.submit(story.deputy, "UserTask_FillProfile", REGISTER + "fill-profile", SchoolStory.application());
        lookAtTask(story, story.deputy, "UserTask_CreateStructure");
    }

    @Test
    @Order(5)
    void theCandidateWhoLeftBeforeTheDay() {
        var story = new SchoolStory(context);
        story.propose(story.deputy, story.deputy);
        story.run("ServiceTask_DraftOrder");
        story.sign("SIGN");
        story.rows()
                .sql("update people.staff set dismissed_on = ? where id = ?")
                .params(story.today().minusDays(1), story.deputy.staffId())
                .update();
        story.run("CatchEvent_EffectiveDate");
        story.run("ServiceTask_GrantRole");
        lookAtTask(story, story.director, "UserTask_ReviewCandidateLeft");
    }

    @Test
    @Order(5)
    void aFailureThatNeedsAPerson() {
        var story = new SchoolStory(context);
        Acting.as(
                Actor.PRODUCT,
                () -> context.getBean(IncidentRegister.class)
                        .note(new Incident(
                                UUID.randomUUID(),
                                story.school.id(),
                                IncidentRegister.Kind.JOB.name(),
                                "issue-order",
                                null,
                                null,
                                UUID.randomUUID(),
                                UUID.randomUUID().toString(),
                                null,
                                "MAIL")));
        story.deliverFacts();
        lookAtTask(story, story.director, "UserTask_ResolveIncident");
    }

    @Test
    @Order(5)
    void thePeopleOfTheSchool() {
        var story = new SchoolStory(context);
        var personnel = story.employee(story.school, "SUPPORT", "HIGHER", false, Role.HR);
        for (var kind : DutyKind.values()) look(story.deputy, "/people/assign-duty/start?kind=" + kind);
        look(personnel, "/people/staff");
        look(personnel, "/people/staff/" + story.teacher.staffId());
        look(personnel, "/people/staff/" + story.teacher.staffId() + "/papers");
        look(personnel, "/people/requests");
        look(personnel, "/people/requests/new?personId=" + story.teacher.personId());
    }

    @Test
    @Order(5)
    void theFilesOfThePupils() {
        var story = new SchoolStory(context);
        var social = story.employee(story.school, "PEDAGOGUE", "HIGHER", false, Role.SOCIAL_PEDAGOGUE);
        var pupil = story.rows()
                .sql("select id from people.pupils where organization_id = ? limit 1")
                .param(story.school.id())
                .query(UUID.class)
                .single();
        look(story.secretary, "/people/pupils");
        look(story.secretary, "/people/pupils/" + pupil);
        look(story.secretary, "/people/pupils/" + pupil + "/papers");
        look(story.secretary, "/people/consent-texts");
        look(story.secretary, "/people/pupils/" + pupil + "/consents");
        look(social, "/people/health/" + pupil + "/record");
        look(social, "/people/health/" + pupil + "/needs");
        look(social, "/people/health/" + pupil);
        look(social, "/people/health");
        look(story.director, "/people/health/" + pupil);
        look(story.director, "/people/health/readings");
    }

    @Test
    @Order(6)
    void fromTheCandidateForAPostToTheAccessHandedOver() {
        var story = new SchoolStory(context);
        var personnel = story.employee(story.school, "SUPPORT", "HIGHER", false, Role.HR);
        look(personnel, "/people/hire-employee/start");
        look(personnel, "/people/dismiss-employee/start");
        look(personnel, "/people/assign-duty/start");
        story.post(
                personnel,
                "/people/hire-employee/start",
                "family",
                "Канареечкина",
                "given",
                "Анна",
                "patronymic",
                "Петровна",
                "bornOn",
                "1990-05-04",
                "sex",
                "FEMALE",
                "phone",
                "8 (999) 111-22-33",
                "position",
                "библиотекарь",
                "category",
                "SUPPORT",
                "education",
                "HIGHER",
                "access",
                "LIBRARIAN",
                "firstDay",
                story.today().toString(),
                "ground",
                "трудовой договор № 7");
        story.run("ServiceTask_DraftOrder");
        story.sign("SIGN");
        story.run("ServiceTask_EnterEmployee");
        lookAtTask(story, story.secretary, "UserTask_HandOverAccess");
    }

    @Test
    @Order(6)
    void fromTheApplicationForATransferToTheFileHandedOver() {
        var refused = new TransferStory(context);
        look(refused.from.secretary, "/students/transfer-student/start");
        refused.asked();
        lookAtTask(refused.to, refused.to.deputy, "UserTask_AnswerRequest");
        refused.answer("decision", "REFUSE", "reason", SchoolStory.REASON);
        refused.from.run("ServiceTask_TakeAnswer");
        refused.from.run("ServiceTask_AskDistrict");
        refused.from.deliverFacts();
        var search = context.getBean(TaskService.class)
                .createTaskQuery()
                .tenantIdIn(refused.from.office.code())
                .taskDefinitionKey("UserTask_FindPlace")
                .singleResult();
        look(refused.from.specialist, "/tasks/" + search.getId());

        var moved = new TransferStory(context);
        moved.left();
        lookAtTask(moved.to, moved.to.secretary, "UserTask_ReceiveDocuments");
        lookAtTask(moved.from, moved.from.secretary, "UserTask_HandOverFile");

        var outside = new TransferStory(context);
        outside.start("OUTSIDE_SCHOOL", "receivingName", "ГБОУ «Школа № 1»");
        outside.from.run("ServiceTask_DraftOrder");
        outside.from.sign("SIGN");
        outside.from.run("ServiceTask_WithdrawStudent");
        lookAtTask(outside.from, outside.from.secretary, "UserTask_RecordNotice");
    }

    @Test
    @Order(6)
    void fromTheApplicationOfANewcomerToThePlace() {
        var school = new SchoolStory(context);
        var start = "/students/enrol-newcomer/start";
        look(school.secretary, start);
        school.post(
                school.secretary,
                start,
                "family",
                "Новичков",
                "given",
                "Пётр",
                "bornOn",
                "2016-05-05",
                "schoolYearId",
                school.classes().year().toString(),
                "grade",
                "5",
                "guardianFamily",
                "Новичкова",
                "guardianGiven",
                "Анна",
                "kinship",
                "MOTHER",
                "appliedOn",
                school.today().toString(),
                "enrolFrom",
                school.today().plusDays(1).toString());
        lookAtTask(school, school.secretary, "UserTask_CheckDocuments");
        school.submit(
                school.secretary,
                "UserTask_CheckDocuments",
                "/students/enrol-newcomer/check-documents",
                "decision",
                "TAKEN",
                "documents",
                "APPLICATION",
                "documents",
                "GUARDIAN_IDENTITY",
                "documents",
                "BIRTH_CERTIFICATE");
        lookAtTask(school, school.deputy, "UserTask_AssignPlace");
    }

    @Test
    @Order(6)
    void fromTheFirstCheckOfAYearToItsSeal() {
        var closing = new ClosingForms(context);
        var school = closing.school;
        look(school.director, ClosingForms.YEAR + "start");
        closing.started();
        lookAtTask(school, school.deputy, "UserTask_ResolveFindings");
        closing.marked().recheck();
        closing.checked().opened();
        look(
                school.deputy,
                "/tasks/" + closing.open("UserTask_ProposeOutcomes").get(0).getId());
        closing.proposed();
        look(
                school.deputy,
                "/tasks/" + closing.open("UserTask_ReviewOutcomes").get(0).getId());
        closing.classesClosed();
        lookAtTask(school, school.secretary, "UserTask_RecordCouncil");
        closing.council();
        lookAtTask(school, school.deputy, "UserTask_ApproveNextClasses");
        closing.approve();
        school.run("ServiceTask_PrepareDryRun");
        lookAtTask(school, school.director, "UserTask_ConfirmClosing");
        closing.confirm(school.director, "CONFIRM");
        lookAtTask(school, closing.coordinator, "UserTask_CountersignClosing");
        closing.countersign(closing.coordinator, "RETURN");
        lookAtTask(school, school.deputy, "UserTask_ResolveStalePlan");
        closing.applied(school.deputy);
        lookAtTask(school, school.director, "UserTask_SealYear");
        var path = "/yearclosing/" + closing.closing();
        for (var page : List.of("/yearclosing", path, path + "/plan", path + "/reconciliation", path + "/undo"))
            look(school.director, page);
        look(school.specialist, "/yearclosing");
    }

    @Test
    @Order(6)
    void fromTheDayOfAnAttemptToTheParentsChoice() {
        var story = new DebtStory(context, 400);
        story.sealed();
        lookAtTask(story.school, story.school.deputy, "UserTask_ScheduleAttempt");
        story.scheduled(story.arisen.plusDays(10), null);
        lookAtTask(story.school, story.school.teacher, "UserTask_RecordAttempt");
        story.recorded(story.arisen.plusDays(10), "TWO");
        lookAtTask(story.school, story.school.deputy, "UserTask_ScheduleAttempt");
        story.school.run("BoundaryEvent_TermOver");
        story.school.run("ServiceTask_ReviewDebts");
        lookAtTask(story.school, story.school.deputy, "UserTask_RecordParentsChoice");
        look(story.school.deputy, "/journal/marks");
        look(story.school.deputy, "/journal/marks/" + story.presentClass);
        look(story.school.deputy, "/journal/marks/" + story.presentClass + "/subjects");
        look(story.school.deputy, "/journal/debts?state=ALL");
        look(story.school.deputy, "/journal/debts/" + story.pupil);
        var ninth = story.school.classes().open(9, "А", 25);
        var graduate = story.school.classes().pupilIn(ninth, "Выпускников");
        look(story.school.deputy, "/journal/exams/" + ninth);
        look(story.school.deputy, "/journal/exams/" + ninth + "/" + graduate);
    }

    @Test
    @Order(7)
    void noFormOfAModelWasLeftOut() throws IOException {
        assertThat(seen).containsAll(formsOfTheModels());
    }

    @Test
    @Order(8)
    void thePagesAroundTheTasks() {
        var story = new SchoolStory(context);
        story.propose(story.deputy, story.deputy);
        for (var path : List.of(
                "/inbox",
                "/start",
                "/cases",
                "/orders",
                "/platform",
                "/organization/policies",
                "/organization/policies/edit?key=platform.administrator-chosen-from",
                "/organization/policies/edit?key=platform.tell-district-after-working-days",
                "/workflow/terms",
                "/audit",
                "/audit?subject=12",
                "/workflow/terms/edit?process=issue-order&task=UserTask_SignOrder")) look(story.deputy, path);
        var administrator = story.employee(story.office, "SUPPORT", "HIGHER", false, Role.SYSTEM_ADMINISTRATOR);
        look(administrator, "/audit");
        look(administrator, "/workflow/repairs");
        var page = page(story.deputy);
        page.navigate(url("/cases"));
        look(story.deputy, page.locator("main tbody a").first().getAttribute("href"));
    }

    private static Set<String> formsOfTheModels() throws IOException {
        try (var models = Files.walk(Path.of("processes"))) {
            return models.filter(file -> file.toString().endsWith(".bpmn"))
                    .flatMap(file -> FORM_KEY.matcher(read(file)).results().map(found -> "/" + found.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void lookAtTask(SchoolStory story, Employee who, String element) {
        look(who, "/tasks/" + story.task(element));
    }

    private void look(Employee who, String path) {
        var page = page(who);
        var answer = page.navigate(url(path));
        assertThat(answer.status()).as(path).isEqualTo(200);
        var shown = java.net.URI.create(page.url()).getPath();
        seen.add(shown);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(shown.substring(1).replaceAll("[^a-z0-9]+", "-") + ".png"))
                .setFullPage(true));
        assertThat(page.locator("body").textContent()).as(shown).doesNotContain("??");
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(shown)
                .isEqualTo(360);
        assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
                .as(shown)
                .isEmpty();
    }

    private Page page(Employee who) {
        return pages.computeIfAbsent(who, this::signIn);
    }

    private Page signIn(Employee who) {
        var page = chromium.newContext(new Browser.NewContextOptions()
                        .setViewportSize(360, 800)
                        .setLocale("ru-RU"))
                .newPage();
        page.navigate(url("/login"));
        page.fill("#username", who.account().login());
        page.fill("#password", TestPeople.PASSWORD);
        page.locator("form.sign-in button.main").click();
        page.waitForURL(address -> !address.contains("/login"));
        return page;
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** The latest attempt goes out, or is given up. */
    private static void settle(SchoolStory story, boolean sent) {
        story.run("SendTask_SendApplication");
        var mail = story.rows()
                .sql("select mail_id from platform.sendings where organization_id = ? order by attempt desc limit 1")
                .param(story.school.id())
                .query(UUID.class)
                .single();
        story.happens(new MailSettled(mail, story.school.id(), "application", sent));
        story.deliverFacts();
    }
}
