package school.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.journal.YearMarks.Entry;
import school.chancery.platform.SchoolStory;
import school.chancery.students.TestClasses;

/** Marks of the year, and what becomes of those that are not good. */
@ChanceryTest
class JournalIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private YearMarks marks;

    @Autowired
    private Debts debts;

    @Autowired
    private ParentsChoices choices;

    @Autowired
    private TransactionTemplate transaction;

    private SchoolStory story;
    private TestClasses classes;
    private TestMarks book;
    private UUID maths;
    private UUID russian;
    private UUID pupil;
    private UUID other;

    @BeforeEach
    void found() {
        story = new SchoolStory(context);
        classes = story.classes();
        book = new TestMarks(story.rows(), story.school.id(), classes.year());
        maths = book.subject("mathematics", "Математика", "Матем");
        russian = book.subject("russian-language", "Русский язык", "Рус");
        var seventh = classes.open(7, "А", 25);
        book.plan(seventh, maths, russian);
        pupil = classes.pupilIn(seventh, "Отметкин");
        other = classes.pupilIn(seventh, "Отметкин");
    }

    @Test
    void aMarkIsOneForAPupilAYearAndASubjectHoweverOftenItIsEntered() {
        assertThat(enter(new Entry(pupil, maths, MarkValue.FOUR), new Entry(pupil, russian, MarkValue.TWO)))
                .isEqualTo(new MarksAnswer.Done(2));
        assertThat(enter(new Entry(pupil, maths, MarkValue.FOUR), new Entry(pupil, russian, MarkValue.THREE)))
                .isEqualTo(new MarksAnswer.Done(1));
        assertThat(book.of(pupil)).containsExactly("Матем FOUR", "Рус THREE");
        assertThat(enter(new Entry(pupil, maths, null))).isEqualTo(new MarksAnswer.Done(1));
        assertThat(book.of(pupil)).containsExactly("Рус THREE");
        assertThat(acts("journal.year-marks-entered")).isEqualTo(3);
    }

    @Test
    void oneMarkWithoutAPlaceKeepsAllOfThemOut() {
        var music = book.subject("music", "Музыка", "Муз");
        assertThat(enter(new Entry(pupil, maths, MarkValue.FIVE), new Entry(pupil, music, MarkValue.FIVE)))
                .isEqualTo(new MarksAnswer.Refused(MarksAnswer.Reason.NOT_IN_THE_PLAN));
        assertThat(book.of(pupil)).isEmpty();
    }

    @Test
    void marksOfAClosedYearStandWhoeverWritesThem() {
        book.mark(pupil, maths, MarkValue.FIVE);
        for (var state : List.of("CLOSING", "CLOSED"))
            story.rows()
                    .sql("update organization.school_years set state = ? where id = ?")
                    .params(state, classes.year())
                    .update();
        assertThat(enter(new Entry(pupil, maths, MarkValue.FOUR)))
                .isEqualTo(new MarksAnswer.Refused(MarksAnswer.Reason.YEAR_CLOSED));
        assertThatThrownBy(() -> book.mark(other, maths, MarkValue.FIVE)).hasMessageContaining("the year is closed");
        assertThatThrownBy(() -> update("delete from journal.year_marks where pupil_id = ?", pupil))
                .hasMessageContaining("the year is closed");
        assertThat(book.of(pupil)).containsExactly("Матем FIVE");
    }

    @Test
    void whatIsNotPassedBecomesADebtOfAYearAndIsTakenBackWithItsClosing() {
        book.mark(pupil, maths, MarkValue.TWO);
        book.mark(pupil, russian, MarkValue.NOT_ATTESTED_GOOD_REASON);
        book.mark(other, maths, MarkValue.TWO);
        var closing = UUID.randomUUID();
        var on = LocalDate.of(2027, 5, 29);
        assertThat(raise(closing, on)).hasSize(2);
        assertThat(raise(closing, on)).isEmpty();
        assertThat(act(() -> debts.of(pupil)))
                .extracting(Debt::subjectId, Debt::ground, Debt::dueOn)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                maths, Debt.Ground.UNSATISFACTORY, LocalDate.of(2028, 5, 29)),
                        org.assertj.core.groups.Tuple.tuple(
                                russian, Debt.Ground.MISSED_GOOD_REASON, LocalDate.of(2028, 5, 29)));
        assertThat(act(() -> debts.of(other))).isEmpty();
        assertThat(act(() -> debts.takeBack(closing, story.school.id()))).isEqualTo(2);
        assertThat(act(() -> debts.of(pupil))).isEmpty();
    }

    @Test
    void aDebtThatWasWorkedOnIsNotTakenBack() {
        book.mark(pupil, maths, MarkValue.TWO);
        var closing = UUID.randomUUID();
        var debt = raise(closing, LocalDate.of(2027, 5, 29)).get(0);
        attempt(debt, 1, "2027-09-15", null, null);
        assertThat(act(() -> debts.takeBack(closing, story.school.id()))).isEqualTo(-1);
        assertThat(act(() -> debts.of(pupil))).hasSize(1);
    }

    @Test
    void theTablesThemselvesHoldWhatTheLawSaysOfAttempts() {
        book.mark(pupil, maths, MarkValue.TWO);
        var debt = raise(UUID.randomUUID(), LocalDate.of(2027, 5, 29)).get(0);
        assertThatThrownBy(() -> attempt(debt, 1, "2028-05-30", null, null)).hasMessageContaining("within the term");
        var order = story.registeredOrder("student-withdrawal");
        assertThatThrownBy(() -> attempt(debt, 2, "2027-10-01", null, order)).hasMessageContaining("not passed");
        attempt(debt, 1, "2027-09-15", "TWO", null);
        assertThatThrownBy(() -> attempt(debt, 2, "2027-10-01", null, null))
                .hasMessageContaining("ck_debt_attempts_commission");
        attempt(debt, 2, "2027-10-01", "TWO", order);
        assertThatThrownBy(() -> attempt(debt, 3, "2027-11-01", null, null))
                .hasMessageContaining("ck_debt_attempts_number");
        assertThatThrownBy(() -> update(
                        "update journal.debts set state = 'CLEARED', ended_on = '2028-06-01' where id = ?", debt))
                .hasMessageContaining("ck_debts_in_time");
        update("update journal.debts set state = 'TERM_OVER', ended_on = '2027-10-01' where id = ?", debt);
        assertThatThrownBy(() -> update("update journal.debts set state = 'OPEN', ended_on = null where id = ?", debt))
                .hasMessageContaining("does not go");
    }

    @Test
    void anAdaptedProgrammeNeedsTheConclusionOfTheCommission() {
        var year = classes.year();
        var choice = new ParentsChoice(
                UUID.randomUUID(),
                story.school.id(),
                pupil,
                year,
                ParentsChoice.Choice.ADAPTED_PROGRAMME,
                story.today(),
                "мать",
                null,
                null);
        assertThat(asDeputy(() -> choices.record(choice))).isEqualTo(ParentsChoices.ChoiceAnswer.CONCLUSION_MISSING);
        var conclusion = new ParentsChoice.Conclusion("14-п", story.today());
        assertThat(asDeputy(() -> choices.record(new ParentsChoice(
                        choice.id(),
                        choice.organizationId(),
                        pupil,
                        year,
                        choice.choice(),
                        story.today(),
                        "мать",
                        null,
                        conclusion))))
                .isEqualTo(ParentsChoices.ChoiceAnswer.DONE);
        assertThat(act(() -> choices.of(pupil, year)))
                .hasValueSatisfying(found -> assertThat(found.conclusion()).isEqualTo(conclusion));
        assertThatThrownBy(() -> update(
                        "update journal.parents_choices set conclusion_number = null, conclusion_on = null where pupil_id = ?",
                        pupil))
                .hasMessageContaining("ck_parents_choices_adapted");
    }

    @Test
    void nobodySitsAnExaminationWithoutAdmissionAndTheLatestSittingCounts() {
        story.rows()
                .sql(
                        "insert into journal.final_exams (pupil_id, school_year_id, organization_id, grade, admitted, decided_on)"
                                + " values (?, ?, ?, 9, true, '2027-05-20')")
                .params(pupil, classes.year(), story.school.id())
                .update();
        exam("2027-06-01", "TWO");
        assertThat(finals()).isEqualTo("true 1 1");
        exam("2027-06-20", "THREE");
        assertThat(finals()).isEqualTo("true 1 0");
        assertThatThrownBy(() -> update(
                        "update journal.final_exams set admitted = false, reason = 'долг' where pupil_id = ?", pupil))
                .hasMessageContaining("fk_exam_marks_pupil_id");
    }

    @Test
    void anotherSchoolSeesNoneOfIt() {
        book.mark(pupil, maths, MarkValue.TWO);
        raise(UUID.randomUUID(), LocalDate.of(2027, 5, 29));
        var stranger = new SchoolStory(context);
        Acting.as(actor(stranger), () -> {
            assertThat(marks.of(pupil, classes.year())).isEmpty();
            assertThat(debts.of(pupil)).isEmpty();
        });
    }

    private MarksAnswer enter(Entry... entries) {
        return asDeputy(() -> marks.enter(story.school.id(), classes.year(), List.of(entries)));
    }

    private List<UUID> raise(UUID closing, LocalDate on) {
        return act(() -> debts.raise(closing, story.school.id(), classes.year(), List.of(pupil), on));
    }

    private void attempt(UUID debt, int number, String on, String value, UUID order) {
        story.rows()
                .sql("""
                        insert into journal.debt_attempts (debt_id, number, organization_id, scheduled_on, held_on, value,
                            commission_order_id) values (?, ?, ?, ?::date, ?::date, ?, ?)
                        """)
                .params(debt, number, story.school.id(), on, value == null ? null : on, value, order)
                .update();
    }

    private void exam(String on, String value) {
        story.rows()
                .sql(
                        "insert into journal.exam_marks (pupil_id, school_year_id, subject_id, taken_on, organization_id, value)"
                                + " values (?, ?, ?, ?::date, ?, ?)")
                .params(pupil, classes.year(), maths, on, story.school.id(), value)
                .update();
    }

    private String finals() {
        return story.rows()
                .sql("select admitted || ' ' || sat || ' ' || failed from journal.final_results where pupil_id = ?")
                .param(pupil)
                .query(String.class)
                .single();
    }

    private void update(String sql, UUID id) {
        story.rows().sql(sql).param(id).update();
    }

    private int acts(String action) {
        return story.rows()
                .sql("select count(*) from audit.entries where organization_id = ? and action = ?")
                .params(story.school.id(), action)
                .query(Integer.class)
                .single();
    }

    private static Actor actor(SchoolStory of) {
        return Actor.person(of.deputy.account().id(), of.school.id(), Set.of(of.school.id()));
    }

    private <T> T asDeputy(Supplier<T> act) {
        return Acting.as(actor(story), () -> transaction.execute(status -> act.get()));
    }

    private <T> T act(Supplier<T> act) {
        return Acting.as(Actor.PRODUCT, () -> transaction.execute(status -> act.get()));
    }
}
