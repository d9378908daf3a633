package school.chancery.yearclosing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import school.chancery.ChanceryTest;
import school.chancery.journal.MarkValue;
import school.chancery.students.StudentMoved;

/** What becomes of a debt, by the forms of those who work on it, with the real orders and the real register. */
@ChanceryTest
class SettleDebtIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private DebtStory story;

    @Test
    void aDebtMadeGoodAtTheFirstAttemptMakesThePromotionFull() {
        begin(100);
        assertThat(story.school.get(
                        story.school.deputy, DebtStory.SCHEDULE, "taskId", task("UserTask_ScheduleAttempt")))
                .hasStatusOk()
                .bodyText()
                .contains("Должников", "Математика")
                .doesNotContain("commissionOrderId");
        schedule(story.school.today(), null);
        assertThat(story.school.get(story.school.teacher, DebtStory.RECORD, "taskId", task("UserTask_RecordAttempt")))
                .hasStatusOk()
                .bodyText()
                .contains("Математика");
        assertThat(result("FOUR")).hasStatus3xxRedirection();
        story.school.run("ServiceTask_ReviewDebts");
        story.school.run("ServiceTask_ClearDebt");
        assertThat(story.state()).isEqualTo("CLEARED");
        assertThat(fullSince()).isEqualTo(story.school.today());
        assertThat(story.book()).isEmpty();
    }

    @Test
    void afterTwoFailedAttemptsTheParentsChooseAndTheYearIsRepeatedByOneOrderAndOneLine() {
        failedTwice();
        assertThat(story.debts()).containsExactly("TERM_OVER");
        assertThat(choose("choice", "REPEAT")).hasStatusOk().bodyText().contains("Выберите класс той параллели");
        assertThat(choose("choice", "REPEAT", "toClassId", story.presentClass.toString()))
                .bodyText()
                .contains("Выберите класс той параллели");
        choose("choice", "REPEAT", "toClassId", story.lowerClass.toString());
        carriedOut();
        assertThat(story.state()).isEqualTo("SETTLED");
        assertThat(story.debts()).containsExactly("SETTLED");
        assertThat(story.book()).containsExactly("REPETITION 7А 6Б");
        assertThat(presentClass()).isEqualTo(story.lowerClass);
    }

    @Test
    void anAdaptedProgrammeNeedsTheConclusionAndLeavesThePupilInTheClass() {
        failedTwice();
        assertThat(choose("choice", "ADAPTED_PROGRAMME")).bodyText().contains("нужно заключение ПМПК");
        assertThat(choose("choice", "ADAPTED_PROGRAMME", "conclusionNumber", "14-п"))
                .bodyText()
                .contains("и номер, и дату");
        choose(
                "choice",
                "ADAPTED_PROGRAMME",
                "conclusionNumber",
                "14-п",
                "conclusionOn",
                story.school.today().toString());
        carriedOut();
        assertThat(story.book()).containsExactly("PROGRAMME_CHANGE 7А 7А");
        assertThat(presentClass()).isEqualTo(story.presentClass);
    }

    @Test
    void aRejectedOrderBringsTheChoiceBackAndAnotherOneCounts() {
        failedTwice();
        choose("choice", "REPEAT", "toClassId", story.lowerClass.toString());
        story.school.run("ServiceTask_DraftOrder");
        story.school.sign("REJECT");
        choose("choice", "INDIVIDUAL_PLAN");
        carriedOut();
        assertThat(story.book()).containsExactly("PROGRAMME_CHANGE 7А 7А");
        assertThat(story.state()).isEqualTo("SETTLED");
    }

    @Test
    void aTermThatHasRunOutEndsTheAttempts() {
        begin(400);
        story.school.run("BoundaryEvent_TermOver");
        story.school.run("ServiceTask_ReviewDebts");
        assertThat(story.school.isOpen("UserTask_ScheduleAttempt")).isFalse();
        assertThat(story.school.isOpen("UserTask_RecordParentsChoice")).isTrue();
        assertThat(story.debts()).containsExactly("TERM_OVER");
    }

    @Test
    void illnessMovesTheTimerOfTheCaseAndNoTaskIsLost() {
        begin(100);
        var task = task("UserTask_ScheduleAttempt");
        var before = story.school.job("BoundaryEvent_TermOver").getDuedate().toInstant();
        story.school.post(
                story.school.deputy,
                "/journal/debts/" + story.pupil + "/pauses",
                "kind",
                "ILLNESS",
                "from",
                story.arisen.plusDays(10).toString(),
                "to",
                story.arisen.plusDays(29).toString(),
                "paper",
                "справка № 1");
        story.school.deliverFacts();
        story.school.run("ServiceTask_MoveDebtTerm");
        assertThat(story.school.job("BoundaryEvent_TermOver").getDuedate().toInstant())
                .isEqualTo(before.plus(Duration.ofDays(20)));
        assertThat(task("UserTask_ScheduleAttempt")).isEqualTo(task);
    }

    @Test
    void theCaseIsClosedWhenThePupilLeavesTheSchool() {
        begin(100);
        story.school.happens(new StudentMoved(
                UUID.randomUUID(),
                story.school.school.id(),
                story.pupil,
                UUID.randomUUID(),
                story.presentClass,
                null,
                story.school.today(),
                UUID.randomUUID()));
        story.school.deliverFacts();
        story.school.run("ServiceTask_CloseDebtCase");
        assertThat(story.state()).isEqualTo("LEFT");
        assertThat(story.debts()).containsExactly("LEFT");
        assertThat(story.school.isOpen("UserTask_ScheduleAttempt")).isFalse();
    }

    @Test
    void eachDebtHasItsOwnAttemptsAndTheCaseIsSealedOnce() {
        story = new DebtStory(context, 100);
        story.owe(story.book.subject("russian-language", "Русский язык", "Рус"), MarkValue.NOT_ATTESTED);
        story.sealed();
        story.sealed();
        assertThat(story.school
                        .rows()
                        .sql("select count(*) from engine.act_ru_task where task_def_key_ = 'UserTask_ScheduleAttempt'"
                                + " and tenant_id_ = ?")
                        .param(story.school.school.code())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aDayOutsideTheTermStandsAtItsField() {
        begin(100);
        assertThat(schedule(story.arisen.plusYears(2), null))
                .hasStatusOk()
                .bodyText()
                .contains("позже последнего дня срока");
        assertThat(story.school.isOpen("UserTask_ScheduleAttempt")).isTrue();
    }

    private void begin(int daysAgo) {
        story = new DebtStory(context, daysAgo);
        story.sealed();
    }

    private void failedTwice() {
        begin(100);
        schedule(story.school.today(), null);
        result("TWO");
        assertThat(schedule(story.school.today(), null)).bodyText().contains("Вторую попытку принимает комиссия");
        schedule(story.school.today(), story.school.registeredOrder("debt-commission"));
        result("NO_CREDIT");
        story.school.run("ServiceTask_ReviewDebts");
    }

    private MvcTestResult schedule(LocalDate on, UUID commission) {
        return story.scheduled(on, commission);
    }

    private MvcTestResult result(String result) {
        return story.recorded(story.school.today(), result);
    }

    private MvcTestResult choose(String... parameters) {
        var all = new ArrayList<>(List.of(
                "chosenOn",
                story.school.today().toString(),
                "applicant",
                "Мать",
                "effectiveOn",
                story.school.today().toString()));
        all.addAll(List.of(parameters));
        return story.school.submit(
                story.school.deputy, "UserTask_RecordParentsChoice", DebtStory.CHOOSE, all.toArray(String[]::new));
    }

    private void carriedOut() {
        story.school.run("ServiceTask_DraftOrder");
        story.school.sign("SIGN");
        story.school.run("ServiceTask_ApplyParentsChoice");
    }

    private String task(String element) {
        return story.school.task(element);
    }

    private LocalDate fullSince() {
        return story.school
                .rows()
                .sql("select full_since from yearclosing.outcomes where pupil_id = ?")
                .param(story.pupil)
                .query(LocalDate.class)
                .single();
    }

    private UUID presentClass() {
        return story.school
                .rows()
                .sql("select class_id from students.enrollments where pupil_id = ? and days @> cast(? as date)")
                .params(story.pupil, story.school.today())
                .query(UUID.class)
                .single();
    }
}
