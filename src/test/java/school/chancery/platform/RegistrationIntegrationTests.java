package school.chancery.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.mail.MailSettled;

/** Registering the organization through the forms, up to the built structure. */
@ChanceryTest
class RegistrationIntegrationTests {
    private static final String FORMS = "/platform/register-organization/";

    @Autowired
    private ApplicationContext context;

    private SchoolStory story;

    @BeforeEach
    void appoint() {
        story = new SchoolStory(context);
        story.appointed(story.deputy);
    }

    @Test
    void theOrganizationIsRegisteredFromApplicationToStructure() {
        assertThat(start()).hasStatus3xxRedirection();
        assertThat(story.get(
                        story.deputy,
                        FORMS + "prepare-application",
                        "taskId",
                        story.task("UserTask_PrepareApplication")))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "6900123454",
                        "1026900000126",
                        story.director.name(),
                        story.deputy.name(),
                        story.deputy.phone());
        assertThat(story.prepareApplication()).hasStatus3xxRedirection();
        assertThat(approve("APPROVE")).hasStatus3xxRedirection();
        story.run("SendTask_SendApplication");
        assertThat(state()).isEqualTo("SENDING");
        settle(true);
        assertThat(state()).isEqualTo("SENT");
        assertThat(reply("REGISTERED")).hasStatus3xxRedirection();
        assertThat(activate("+7 999 123-45-68")).hasStatusOk().bodyText().contains("не совпадает с номером в заявке");
        assertThat(activate("не номер")).hasStatusOk().bodyText().contains("российский мобильный номер");
        assertThat(activate("+79991234567")).hasStatus3xxRedirection();
        assertThat(fill()).hasStatus3xxRedirection();
        assertThat(units()).containsExactly("STAFF_ROOM ", "CLASS 5А", "CLASS 10Б");
        assertThat(create("")).bodyText().contains("Отметьте всё созданное");
        assertThat(create("").getResponse().getStatus()).isEqualTo(200);
        assertThat(create("номер")).hasStatusOk().bodyText().contains("уже стоит у другой строки");
        assertThat(createAll()).hasStatus3xxRedirection();
        assertThat(state()).isEqualTo("BUILT");
    }

    @Test
    void theMailCarriesTheOrderAndTheContactDataToThePlatform() {
        sent();
        assertThat(story.rows()
                        .sql("select subject || ' ' || case_reference || body || array_to_string(attachment_names, ' ')"
                                + " from mail.outbox where organization_id = ?")
                        .param(story.school.id())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("ИНН: 6900123454", "+79991234567", "приказ №", "ШК-", ".pdf");
    }

    @Test
    void theDirectorsRemarkBringsTheApplicationBack() {
        start();
        story.prepareApplication();
        assertThat(approve("RETURN")).hasStatusOk().bodyText().contains("Напишите обоснование");
        assertThat(approve("RETURN", "words", "Исправьте адрес")).hasStatus3xxRedirection();
        assertThat(story.get(
                        story.deputy,
                        FORMS + "prepare-application",
                        "taskId",
                        story.task("UserTask_PrepareApplication")))
                .bodyText()
                .contains("Исправьте адрес");
        story.prepareApplication();
        assertThat(story.rows()
                        .sql("select versions from platform.applications where organization_id = ?")
                        .param(story.school.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whatThePlatformReturnsIsCorrectedAndSentAnew() {
        sent();
        assertThat(reply("RETURNED")).hasStatusOk().bodyText().contains("Приведите слова платформы");
        assertThat(reply("RETURNED", "words", "Нет подписи")).hasStatus3xxRedirection();
        story.prepareApplication();
        approve("APPROVE");
        story.run("SendTask_SendApplication");
        settle(true);
        assertThat(mails()).isEqualTo(2);
        assertThat(story.isOpen("UserTask_RecordReply")).isTrue();
    }

    @Test
    void aRefusalEndsTheCaseAndANewApplicationMayBegin() {
        sent();
        assertThat(start()).hasStatusOk().bodyText().contains("уже рассматривается");
        assertThat(reply("REFUSED", "words", "Организация не найдена")).hasStatus3xxRedirection();
        assertThat(state()).isEqualTo("REFUSED");
        assertThat(start()).hasStatus3xxRedirection();
    }

    @Test
    void aMailNobodyAcceptsGoesOutAgainToAnotherAddress() {
        start();
        story.prepareApplication();
        approve("APPROVE");
        story.run("SendTask_SendApplication");
        settle(false);
        assertThat(state()).isEqualTo("UNDELIVERED");
        assertThat(fix("не адрес")).hasStatusOk().bodyText().contains("имя@домен");
        assertThat(fix("registration@platform.example")).hasStatus3xxRedirection();
        story.run("SendTask_SendApplication");
        assertThat(story.rows()
                        .sql("select sent_to from platform.sendings where organization_id = ? order by attempt")
                        .param(story.school.id())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .last()
                .isEqualTo("registration@platform.example");
        settle(true);
        assertThat(story.isOpen("UserTask_RecordReply")).isTrue();
    }

    @Test
    void settlingAMailTwiceOrAnUnknownOneDoesNoHarm() {
        sent();
        settle(true);
        story.happens(new MailSettled(UUID.randomUUID(), story.school.id(), "other", false));
        story.deliverFacts();
        assertThat(state()).isEqualTo("SENT");
        assertThat(story.isOpen("UserTask_RecordReply")).isTrue();
    }

    @Test
    void thePlatformIsRemindedAndThenTheDistrictTold() {
        sent();
        story.run("BoundaryEvent_ReplyOverdue");
        story.run("SendTask_RemindPlatform");
        assertThat(mails()).isEqualTo(2);
        assertThat(story.get(story.specialist, story.office, "/platform/unanswered"))
                .bodyText()
                .contains("Таких заявок нет");
        story.run("BoundaryEvent_ReplyLongOverdue");
        story.run("ServiceTask_TellDistrict");
        assertThat(story.get(story.specialist, story.office, "/platform/unanswered"))
                .hasStatusOk()
                .bodyText()
                .contains(story.school.shortName())
                .doesNotContain(story.deputy.name(), story.director.name(), "+7999");
        assertThat(story.rows()
                        .sql("select count(*) from mail.outbox where organization_id = ?")
                        .param(story.office.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theDistrictSeesStatesAndNumbersAndNoNames() {
        sent();
        assertThat(story.get(story.specialist, story.office, "/platform"))
                .hasStatusOk()
                .bodyText()
                .contains(story.school.shortName(), "Отправлена, ожидается ответ платформы")
                .doesNotContain(story.deputy.name(), story.director.name(), "+7999");
    }

    @Test
    void theSchoolSeesItsAdministratorsAndItsApplication() {
        sent();
        assertThat(story.get(story.director, "/platform"))
                .hasStatusOk()
                .bodyText()
                .contains(story.deputy.name(), "приказ №", "Отправлена, ожидается ответ платформы");
        assertThat(story.get(story.teacher, "/platform")).hasStatus(403);
    }

    @Test
    void onlyTheAdministratorOfThePlatformApplies() {
        assertThat(story.post(
                        story.secretary,
                        FORMS + "start",
                        "platformId",
                        story.platform().toString()))
                .hasStatus(403);
        assertThat(story.get(story.director, FORMS + "start")).hasStatus(403);
        assertThat(story.post(
                        story.deputy,
                        FORMS + "start",
                        "platformId",
                        UUID.randomUUID().toString()))
                .bodyText()
                .contains("Выберите платформу");
    }

    @Test
    void aReplyIsNotOfTomorrowNorOfAForeignMail() {
        sent();
        assertThat(reply("REGISTERED", "repliedOn", story.today().plusDays(1).toString()))
                .bodyText()
                .contains("ещё не наступила");
        assertThat(reply("REGISTERED", "repliedOn", "2020-01-01")).bodyText().contains("не могла ответить раньше");
        assertThat(reply("REGISTERED", "receivedMailId", UUID.randomUUID().toString()))
                .bodyText()
                .contains("Выберите значение из списка");
        assertThat(state()).isEqualTo("SENT");
    }

    private void sent() {
        start();
        story.prepareApplication();
        approve("APPROVE");
        story.run("SendTask_SendApplication");
        settle(true);
    }

    private MvcTestResult start() {
        return story.post(
                story.deputy, FORMS + "start", "platformId", story.platform().toString());
    }

    private MvcTestResult approve(String approval, String... more) {
        return submit(true, "UserTask_ApproveApplication", "approve-application", "approval", approval, more);
    }

    private MvcTestResult reply(String reply, String... more) {
        var parameters = new ArrayList<>(List.of("reply", reply));
        parameters.addAll(List.of(more));
        if (!parameters.contains("repliedOn"))
            parameters.addAll(List.of("repliedOn", story.today().toString()));
        return story.submit(
                story.secretary, "UserTask_RecordReply", FORMS + "record-reply", parameters.toArray(String[]::new));
    }

    private MvcTestResult fix(String address) {
        return submit(false, "UserTask_FixDelivery", "fix-delivery", "address", address);
    }

    private MvcTestResult activate(String phone) {
        return submit(
                false,
                "UserTask_ActivateAdministrator",
                "activate-administrator",
                "phone",
                phone,
                "activatedOn",
                story.today().toString());
    }

    private MvcTestResult fill() {
        return story.submit(story.deputy, "UserTask_FillProfile", FORMS + "fill-profile", SchoolStory.application());
    }

    private MvcTestResult submit(
            boolean byDirector, String element, String form, String name, String value, String... more) {
        var parameters = new ArrayList<>(List.of(name, value));
        parameters.addAll(List.of(more));
        return story.submit(
                byDirector ? story.director : story.deputy, element, FORMS + form, parameters.toArray(String[]::new));
    }

    /** The same id for every unit. */
    private MvcTestResult create(String id) {
        var parameters = new ArrayList<String>();
        unitIds().forEach(unit -> parameters.addAll(List.of("unit-" + unit, id)));
        return create(parameters);
    }

    private MvcTestResult createAll() {
        var parameters = new ArrayList<String>();
        unitIds().forEach(unit -> parameters.addAll(List.of("unit-" + unit, "id-" + unit)));
        return create(parameters);
    }

    private MvcTestResult create(List<String> parameters) {
        return story.submit(
                story.deputy,
                "UserTask_CreateStructure",
                "/platform/build-structure/create-structure",
                parameters.toArray(String[]::new));
    }

    private void settle(boolean sent) {
        var mail = story.rows()
                .sql("select mail_id from platform.sendings where organization_id = ? order by attempt desc limit 1")
                .param(story.school.id())
                .query(UUID.class)
                .single();
        story.happens(new MailSettled(mail, story.school.id(), "platform.application", sent));
        story.deliverFacts();
    }

    private String state() {
        return story.rows()
                .sql(
                        "select state from platform.applications where organization_id = ? order by opened_at desc limit 1")
                .param(story.school.id())
                .query(String.class)
                .single();
    }

    private long mails() {
        return story.rows()
                .sql("select count(*) from mail.outbox where organization_id = ?")
                .param(story.school.id())
                .query(Long.class)
                .single();
    }

    private List<String> units() {
        return story.rows()
                .sql(
                        "select kind || ' ' || label from platform.structure_units where organization_id = ? order by place")
                .param(story.school.id())
                .query(String.class)
                .list();
    }

    private List<UUID> unitIds() {
        return story.rows()
                .sql("select id from platform.structure_units where organization_id = ? order by place")
                .param(story.school.id())
                .query(UUID.class)
                .list();
    }
}
