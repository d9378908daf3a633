package school.chancery.students;

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

/** A school outside the system is asked by mail, and its answer stands with the case until a person has read it. */
@ChanceryTest
class NoticeMailTests {
    private static final String ADDRESS = "office@school1.example";
    private static final String RECORD = "/students/transfer-student/record-notice";

    @Autowired
    private ApplicationContext context;

    private TransferStory story;

    @BeforeEach
    void found() {
        story = new TransferStory(context);
    }

    @Test
    void theSchoolOutsideIsAskedOnceTheChildHasLeftAndTheChildIsNotNamed() {
        assertThat(story.start("OUTSIDE_SCHOOL", "receivingName", "Школа № 1", "receivingEmail", "не адрес"))
                .hasStatusOk()
                .bodyText()
                .contains("Проверьте адрес электронной почты");
        leave("receivingEmail", ADDRESS);
        assertThat(mails())
                .hasSize(1)
                .allSatisfy(mail -> assertThat(mail)
                        .contains(ADDRESS, "ПЕР-", story.from.school.shortName(), "№ 1")
                        .doesNotContain("Переводов", "Канарейкина"));
    }

    @Test
    void withoutAnAddressNobodyIsAsked() {
        leave();
        assertThat(mails()).isEmpty();
        assertThat(form()).bodyText().doesNotContain("Переписка о зачислении");
    }

    @Test
    void anAnswerIsShownWithTheCaseAndOfferedButChangesNothingByItself() {
        leave("receivingEmail", ADDRESS);
        assertThat(form()).bodyText().contains("Ответа пока нет");
        var answer = answered("<b>Зачислен</b> приказом № 77-у");
        assertThat(story.state()).isEqualTo("LEFT");
        assertThat(form())
                .bodyText()
                .contains("&lt;b&gt;Зачислен", "value=\"" + answer + "\"")
                .doesNotContain("<b>Зачислен");
        assertThat(story.from.get(story.from.director, "/students/transfers/" + story.transfer()))
                .bodyText()
                .contains("приказом № 77-у");
        assertThat(story.from.get(story.from.director, "/cases/" + instance()))
                .bodyText()
                .contains("приказом № 77-у");
        assertThat(record("mailId", UUID.randomUUID().toString()))
                .hasStatusOk()
                .bodyText()
                .contains("Выберите значение из списка");
        assertThat(story.state()).isEqualTo("LEFT");
        assertThat(record("mailId", answer.toString())).hasStatus3xxRedirection();
        assertThat(story.state()).isEqualTo("ARRIVED");
        assertThat(story.from
                        .rows()
                        .sql("select notice_mail_id from students.transfers where id = ?")
                        .param(story.transfer())
                        .query(UUID.class)
                        .single())
                .isEqualTo(answer);
    }

    private void leave(String... more) {
        var parameters = new ArrayList<>(List.of("receivingName", "Школа № 1"));
        parameters.addAll(List.of(more));
        assertThat(story.start("OUTSIDE_SCHOOL", parameters.toArray(String[]::new)))
                .hasStatus3xxRedirection();
        story.from.run("ServiceTask_DraftOrder");
        story.from.sign("SIGN");
        story.from.run("ServiceTask_WithdrawStudent");
    }

    private MvcTestResult form() {
        return story.from.get(story.from.secretary, RECORD, "taskId", story.from.task("UserTask_RecordNotice"));
    }

    private MvcTestResult record(String... more) {
        var parameters = new ArrayList<>(List.of(
                "channel", "MAIL",
                "noticeFrom", "Школа № 1",
                "noticeNumber", "77-у",
                "noticeOn", story.today.toString()));
        parameters.addAll(List.of(more));
        return story.from.submit(
                story.from.secretary, "UserTask_RecordNotice", RECORD, parameters.toArray(String[]::new));
    }

    private UUID answered(String text) {
        return story.from
                .rows()
                .sql("""
                        insert into mail.received (organization_id, message_id, sender, subject, body, raw, sha256,
                            content_sha256, too_large, received_at, mail_id, matched_by)
                        select organization_id, ?, recipient, 'Re: ' || subject, ?, 'raw', encode(sha256('raw'), 'hex'),
                            encode(sha256('raw'), 'hex'), false, now(), id, 'HEADER'
                        from mail.outbox where organization_id = ? and recipient = ? returning id
                        """)
                .params("<" + UUID.randomUUID() + "@school1.example>", text, story.from.school.id(), ADDRESS)
                .query(UUID.class)
                .single();
    }

    private List<String> mails() {
        return story.from
                .rows()
                .sql("select recipient || ' ' || subject || ' ' || body from mail.outbox"
                        + " where organization_id = ? and key like 'students.notice:%'")
                .param(story.from.school.id())
                .query(String.class)
                .list();
    }

    private String instance() {
        return story.from
                .rows()
                .sql("select process_instance_id from workflow.cases where business_key = ?")
                .param(story.transfer())
                .query(String.class)
                .single();
    }
}
