package school.chancery.students;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import school.chancery.ChanceryTest;
import school.chancery.TestClock;

/** What one school tells the other when the transfer has gone on without it: laid aside, and nobody is alarmed. */
@ChanceryTest
class LateFactsTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private TestClock clock;

    private TransferStory story;

    @BeforeEach
    void found() {
        story = new TransferStory(context);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void aNoticeThatComesAfterTheOneOnPaperIsLaidAside() {
        story.left();
        assertThat(story.from.submit(
                        story.from.secretary,
                        "UserTask_RecordNotice",
                        "/students/transfer-student/record-notice",
                        "channel",
                        "HAND",
                        "noticeFrom",
                        "МОУ «СОШ № 2»",
                        "noticeNumber",
                        "15-д",
                        "noticeOn",
                        story.today.toString()))
                .hasStatus3xxRedirection();
        story.receive();
        story.to.run("ServiceTask_DraftOrder");
        story.to.sign("SIGN");
        story.to.run("ServiceTask_EnrollStudent");
        story.to.run("SendTask_NotifySendingSchool");
        story.to.deliverFacts();
        assertThat(told("students.enrolment-notified")).containsExactly("TOO_LATE");
        assertThat(story.from.isOpen("UserTask_HandOverFile")).isTrue();
        assertThat(story.state()).isEqualTo("ARRIVED");
    }

    @Test
    void anAnswerThatCrossesTheEndOfItsTermIsTakenOnceAndLaidAside() {
        story.asked();
        story.from.run("CatchEvent_AnswerOverdue");
        story.answer("decision", "ACCEPT", "classId", story.toClass.toString());
        assertThat(told("students.place-answered")).containsExactly("WAITING");
        story.from.run("ServiceTask_TakeAnswer");
        assertThat(story.from.job("ServiceTask_DraftOrder")).isNotNull();
        deliverLater();
        assertThat(told("students.place-answered")).containsExactly("TOO_LATE");
    }

    @Test
    void aWithdrawalThatCrossesTheSignatureIsLaidAside() {
        story.accepted();
        withdraw();
        story.from.sign("SIGN");
        story.from.deliverFacts();
        assertThat(told("students.request-withdrawn")).containsExactly("WAITING");
        story.from.run("ServiceTask_WithdrawStudent");
        deliverLater();
        assertThat(told("students.request-withdrawn")).containsExactly("TOO_LATE");
        assertThat(story.state()).isEqualTo("LEFT");
    }

    @Test
    void onceTheOrderIsSignedTheApplicationIsNotTakenBackAnyMore() {
        story.accepted();
        story.from.sign("SIGN");
        withdraw();
        assertThat(told("students.request-withdrawn")).isEmpty();
        assertThat(story.from
                        .rows()
                        .sql("select withdrawal_asked_at is null from students.transfers where id = ?")
                        .param(story.transfer())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private void withdraw() {
        story.from.post(
                story.from.secretary,
                "/students/transfers/" + story.transfer() + "/withdraw",
                "reason",
                "Переезд отложен");
    }

    private void deliverLater() {
        clock.advance(Duration.ofMinutes(5));
        story.from.deliverFacts();
    }

    private List<String> told(String message) {
        return story.from
                .rows()
                .sql("select state from workflow.facts where message = ? and business_key = ?")
                .params(message, story.transfer())
                .query(String.class)
                .list();
    }
}
