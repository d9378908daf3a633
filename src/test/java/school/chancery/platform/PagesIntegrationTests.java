package school.chancery.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.mail.MailSettled;
import school.chancery.platform.SchoolStory.Employee;

/** The pages around the cases: acts, profile, platforms, the case page, and what two people do at once. */
@ChanceryTest
class PagesIntegrationTests {
    private static final String PREPARE = "/platform/register-organization/prepare-application";

    @Autowired
    private ApplicationContext context;

    private SchoolStory story;

    @BeforeEach
    void found() {
        story = new SchoolStory(context);
    }

    @Test
    void everySchoolHasARegistryOfItsOwnThatStartsFromTheCommonActs() {
        assertThat(story.get(story.director, "/platform/acts"))
                .hasStatusOk()
                .bodyText()
                .contains("Р-210", "04-127", "1241", "542/1", "04-643", "149-ФЗ", "1612пр", "П13/1838пр")
                .contains("09.09.2022", "Правила внутреннего распорядка");
        var act = act("r-210");
        assertThat(change(story.director, act, "Новое наименование", "0")).hasStatus3xxRedirection();
        assertThat(story.get(story.director, "/platform/acts")).bodyText().contains("Новое наименование");
        var other = new SchoolStory(context);
        assertThat(other.get(other.director, "/platform/acts")).bodyText().doesNotContain("Новое наименование");
    }

    @Test
    void anActIsChangedOnlyByWhoMayAndOnlyFromTheVersionTheySaw() {
        story.get(story.director, "/platform/acts");
        var act = act("r-210");
        assertThat(change(story.deputy, act, "Чужое", "0")).hasStatus(403);
        change(story.director, act, "Первое", "0");
        assertThat(change(story.director, act, "Второе", "0")).hasStatus(409);
        var other = new SchoolStory(context);
        assertThat(other.post(other.director, "/platform/acts/" + act, "title", "Чужое", "version", "1"))
                .hasStatus(404);
        assertThat(change(story.director, act, " ", "1"))
                .hasStatusOk()
                .bodyText()
                .contains("Заполните поле");
        assertThat(change(story.director, act, "я".repeat(1001), "1"))
                .hasStatusOk()
                .bodyText()
                .contains("Длина от");
        assertThat(story.get(story.director, "/platform/acts")).bodyText().contains("Первое");
    }

    @Test
    void anActAddedLaterMustBeStudiedAndARetiredOneNotAnyMore() {
        story.appointed(story.deputy);
        story.get(story.deputy, "/platform/acts");
        assertThat(story.post(
                        story.deputy,
                        "/platform/acts/new",
                        "title",
                        "Положение об использовании платформы",
                        "issuedOn",
                        "2026-09-01"))
                .hasStatus3xxRedirection();
        story.post(
                story.deputy,
                "/platform/acts/" + act("1241"),
                "title",
                "Постановление",
                "retired",
                "true",
                "version",
                "0");
        assertThat(story.get(
                        story.deputy,
                        "/platform/appoint-administrator/study-acts",
                        "taskId",
                        story.task("UserTask_StudyActs")))
                .hasStatusOk()
                .bodyText()
                .contains("Положение об использовании платформы")
                .doesNotContain("№ 1241");
    }

    @Test
    void aReplyOfThePlatformIsShownInTheCaseAndChangesNothingByItself() {
        var mail = sent();
        story.rows()
                .sql("""
                        insert into mail.received (organization_id, message_id, sender, subject, body, raw, sha256,
                            content_sha256, too_large, received_at, mail_id, matched_by)
                        values (?, ?, 'platform@platform.example', 'Re: заявка', '<script>alert(1)</script> Заявка принята',
                            'raw', encode(sha256('raw'), 'hex'), encode(sha256('raw'), 'hex'), false, now(), ?, 'HEADER')
                        """)
                .params(story.school.id(), "<" + UUID.randomUUID() + "@platform.example>", mail)
                .update();
        var form = story.get(
                story.secretary,
                "/platform/register-organization/record-reply",
                "taskId",
                story.task("UserTask_RecordReply"));
        assertThat(form)
                .hasStatusOk()
                .bodyText()
                .contains("platform@platform.example", "Заявка принята", "&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(story.get(story.director, "/cases/" + caseOf("register-organization")))
                .hasStatusOk()
                .bodyText()
                .contains("Заявка принята", "Отправлена, ожидается ответ платформы");
        assertThat(story.state("applications")).isEqualTo("SENT");
    }

    @Test
    void theCasePageShowsTheAppointmentToTheSchoolAndNoNameToTheDistrict() {
        story.appointed(story.deputy);
        var instance = caseOf("appoint-administrator");
        assertThat(story.get(story.director, "/cases/" + instance))
                .hasStatusOk()
                .bodyText()
                .contains(story.deputy.name(), "основной администратор");
        assertThat(story.get(story.specialist, story.office, "/cases/" + instance))
                .bodyText()
                .doesNotContain(story.deputy.name());
    }

    @Test
    void thePlatformsOwnDataAreKeptByTheDistrict() {
        var path = "/platform/platforms/" + story.platform();
        assertThat(story.get(story.director, path)).hasStatus(403);
        assertThat(story.get(story.specialist, story.office, "/platform/platforms"))
                .hasStatusOk();
        assertThat(story.get(story.specialist, story.office, path))
                .hasStatusOk()
                .bodyText()
                .contains("Обязательные сведения");
        assertThat(story.get(story.specialist, story.office, "/platform/platforms/" + UUID.randomUUID()))
                .hasStatus(404);
    }

    @Test
    void aWrongAddressOfThePlatformComesBack() {
        assertThat(story.post(
                        story.specialist,
                        story.office,
                        "/platform/platforms/" + story.platform(),
                        "name",
                        "Платформа",
                        "registrationAddress",
                        "не адрес"))
                .hasStatusOk()
                .bodyText()
                .contains("имя@домен");
    }

    @Test
    void theProfileIsChangedByTheAdministratorFromTheVersionTheySaw() {
        story.appointed(story.deputy);
        var path = "/platform/profile/" + story.platform();
        assertThat(story.get(story.deputy, path)).hasStatus(404);
        registered();
        assertThat(story.get(story.director, path)).hasStatus(403);
        assertThat(story.get(story.deputy, path)).hasStatusOk().bodyText().contains("ул. Мира");
        assertThat(changeProfile("6900123455", "0")).hasStatusOk().bodyText().contains("ИНН записан неверно");
        assertThat(changeProfile("6900123454", "0")).hasStatus3xxRedirection();
        assertThat(changeProfile("6900123454", "0")).hasStatus(409);
        assertThat(story.get(story.deputy, path)).bodyText().contains("ул. Новая");
    }

    @Test
    void everyFormIsThereInEnglishToo() {
        story.propose(story.deputy, story.teacher);
        assertThat(story.get(story.deputy, "/platform/appoint-administrator/start", "lang", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("Propose an employee");
        assertThat(story.get(
                        story.director,
                        "/platform/appoint-administrator/confirm-candidate",
                        "lang",
                        "en",
                        "taskId",
                        story.task("UserTask_ConfirmCandidate")))
                .bodyText()
                .contains("departs from the advice");
    }

    @Test
    void ofTwoWhoProposeAtOnceOneIsTold() throws Exception {
        var second = story.employee(story.school, "DEPUTY", "HIGHER", true);
        var answers =
                atOnce(() -> story.propose(story.deputy, story.deputy), () -> story.propose(story.director, second));
        assertThat(answers).extracting(each -> each.getResponse().getStatus()).containsExactlyInAnyOrder(302, 200);
        assertThat(story.rows()
                        .sql("select count(*) from platform.appointments where organization_id = ?")
                        .param(story.school.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anApplicationSubmittedTwiceAtOnceIsSubmittedOnce() throws Exception {
        story.appointed(story.deputy);
        story.post(
                story.deputy,
                "/platform/register-organization/start",
                "platformId",
                story.platform().toString());
        var task = story.task("UserTask_PrepareApplication");
        var answers = atOnce(() -> prepare(task), () -> prepare(task));
        assertThat(answers).extracting(each -> each.getResponse().getStatus()).containsExactlyInAnyOrder(302, 409);
        assertThat(story.rows()
                        .sql("select count(*) from platform.application_versions where organization_id = ?")
                        .param(story.school.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private void registered() {
        story.rows()
                .sql("""
                        insert into platform.profiles (organization_id, platform_id, version, full_name, short_name, inn,
                            ogrn, address, head, email, phone, changed_by, changed_at)
                        values (?, ?, 0, 'Учреждение', 'МУ', '6900123454', '1026900000126', 'ул. Мира', 'Проверкина Анна',
                            'office@school.example', '+74822320000', ?, now())
                        """)
                .params(
                        story.school.id(),
                        story.platform(),
                        story.deputy.account().id())
                .update();
    }

    private MvcTestResult changeProfile(String inn, String version) {
        return story.post(
                story.deputy,
                "/platform/profile/" + story.platform(),
                "fullName",
                "Учреждение",
                "shortName",
                "МУ",
                "inn",
                inn,
                "ogrn",
                "1026900000126",
                "address",
                "ул. Новая",
                "head",
                "Проверкина Анна",
                "email",
                "office@school.example",
                "phone",
                "84822320000",
                "version",
                version);
    }

    private static List<MvcTestResult> atOnce(Callable<MvcTestResult> one, Callable<MvcTestResult> other)
            throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            var answers = new ArrayList<MvcTestResult>();
            for (var answer : threads.invokeAll(List.of(one, other))) answers.add(answer.get());
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private UUID sent() {
        story.appointed(story.deputy);
        story.post(
                story.deputy,
                "/platform/register-organization/start",
                "platformId",
                story.platform().toString());
        prepare(story.task("UserTask_PrepareApplication"));
        story.submit(
                story.director,
                "UserTask_ApproveApplication",
                "/platform/register-organization/approve-application",
                "approval",
                "APPROVE");
        story.run("SendTask_SendApplication");
        var mail = story.rows()
                .sql("select mail_id from platform.sendings where organization_id = ?")
                .param(story.school.id())
                .query(UUID.class)
                .single();
        story.happens(new MailSettled(mail, story.school.id(), "platform.application", true));
        story.deliverFacts();
        return mail;
    }

    private MvcTestResult prepare(String task) {
        return story.post(
                story.deputy,
                PREPARE,
                "taskId",
                task,
                "fullName",
                "Муниципальное учреждение",
                "shortName",
                "МУ",
                "inn",
                "6900123454",
                "ogrn",
                "1026900000126",
                "address",
                "г. Приморск",
                "head",
                "Проверкина Анна",
                "email",
                "office@school.example",
                "phone",
                "84822320000",
                "contactName",
                "Проверкина Анна",
                "contactEmail",
                "anna@school.example",
                "contactPhone",
                "89991234567");
    }

    private MvcTestResult change(Employee who, UUID act, String title, String version) {
        return story.post(who, "/platform/acts/" + act, "title", title, "version", version);
    }

    private UUID act(String code) {
        return story.rows()
                .sql("select id from platform.normative_acts where organization_id = ? and common_code = ?")
                .params(story.school.id(), code)
                .query(UUID.class)
                .single();
    }

    private String caseOf(String process) {
        return story.rows()
                .sql("select process_instance_id from workflow.cases where organization_id = ? and process_key = ?")
                .params(story.school.id(), process)
                .query(String.class)
                .single();
    }
}
