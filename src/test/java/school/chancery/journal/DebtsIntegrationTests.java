package school.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.ChanceryTest;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;
import school.chancery.journal.AttemptAnswer.Reason;
import school.chancery.journal.AttemptAnswer.Recorded;
import school.chancery.journal.AttemptAnswer.Refused;
import school.chancery.journal.AttemptAnswer.Scheduled;
import school.chancery.journal.domain.TestTerms;
import school.chancery.organization.Period;
import school.chancery.platform.SchoolStory;
import school.chancery.students.TransferDossierPart;
import school.chancery.students.TransferDossierPart.Part;

/** How debts are made good, and what stops their clock. */
@ChanceryTest
@RecordApplicationEvents
class DebtsIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Debts debts;

    @Autowired
    private DebtAttempts attempts;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ObjectProvider<TransferDossierPart> dossier;

    private SchoolStory story;
    private TestMarks book;
    private LocalDate arisen;
    private UUID maths;
    private UUID pupil;
    private UUID debt;

    @BeforeEach
    void owe() {
        story = new SchoolStory(context);
        var classes = story.classes();
        book = new TestMarks(story.rows(), story.school.id(), classes.year());
        maths = book.subject("mathematics", "Математика", "Матем");
        var seventh = classes.open(7, "А", 25);
        book.plan(seventh, maths);
        pupil = classes.pupilIn(seventh, "Должников");
        book.mark(pupil, maths, MarkValue.TWO);
        arisen = story.today().minusDays(100);
        debt = act(() -> debts.raise(UUID.randomUUID(), story.school.id(), classes.year(), List.of(pupil), arisen))
                .get(0);
    }

    @Test
    void aDebtIsClearedByTheSecondAttemptBeforeACommission() {
        assertThat(schedule(arisen.plusDays(10), null)).isEqualTo(new Scheduled(1));
        assertThat(record(arisen.plusDays(10), AttemptResult.TWO)).isEqualTo(new Recorded(Debt.State.OPEN, false));
        assertThat(schedule(arisen.plusDays(20), null)).isEqualTo(new Refused(Reason.COMMISSION_MISSING));
        assertThat(schedule(arisen.plusDays(20), story.draftOrder("student-withdrawal")))
                .isEqualTo(new Refused(Reason.COMMISSION_UNREGISTERED));
        var commission = story.registeredOrder("student-withdrawal");
        assertThat(schedule(arisen.plusDays(20), commission)).isEqualTo(new Scheduled(2));
        assertThat(record(arisen.plusDays(21), AttemptResult.FOUR)).isEqualTo(new Recorded(Debt.State.CLEARED, false));
        assertThat(state()).isEqualTo("CLEARED " + arisen.plusDays(21));
        assertThat(schedule(arisen.plusDays(30), commission)).isEqualTo(new Refused(Reason.DEBT_ENDED));
    }

    @Test
    void twoFailedAttemptsEndTheTermBeforeTheYearIsOver() {
        schedule(arisen.plusDays(10), null);
        record(arisen.plusDays(10), AttemptResult.MISSED);
        schedule(arisen.plusDays(20), story.registeredOrder("student-withdrawal"));
        assertThat(record(arisen.plusDays(20), AttemptResult.NO_CREDIT))
                .isEqualTo(new Recorded(Debt.State.TERM_OVER, false));
        act(() -> {
            debts.settle(pupil, story.today());
            return 0;
        });
        assertThat(state()).isEqualTo("SETTLED " + story.today());
    }

    @Test
    void whatWasMissedForAGoodReasonIsScheduledAnewAndUsesNothingUp() {
        schedule(arisen.plusDays(10), null);
        assertThat(record(arisen.plusDays(10), AttemptResult.MISSED_GOOD_REASON))
                .isEqualTo(new Recorded(Debt.State.OPEN, true));
        assertThat(schedule(arisen.plusDays(40), null)).isEqualTo(new Scheduled(1));
        assertThat(act(() -> attempts.of(debt))).singleElement().satisfies(one -> {
            assertThat(one.scheduledOn()).isEqualTo(arisen.plusDays(40));
            assertThat(one.result()).isNull();
        });
    }

    @Test
    void aTermThatIsOverEndsTheDebtAndOneThatIsNotLeavesItOpen() {
        assertThat(act(() -> debts.endTerms(pupil, arisen.plusYears(1)))).isZero();
        assertThat(act(() -> debts.endTerms(pupil, arisen.plusYears(1).plusDays(1))))
                .isEqualTo(1);
        assertThat(state()).startsWith("TERM_OVER");
    }

    @Test
    void illnessMovesTheLastDayAndTheCaseHearsOfIt(ApplicationEvents events) {
        var from = arisen.plusDays(5);
        assertThat(pause(from, from.plusDays(9))).hasStatus3xxRedirection();
        assertThat(due()).isEqualTo(arisen.plusYears(1).plusDays(10));
        assertThat(events.stream(DebtTermMoved.class)).containsExactly(new DebtTermMoved(story.school.id(), pupil));
        assertThat(schedule(from.plusDays(3), null)).isEqualTo(new Refused(Reason.IN_PAUSE));
        assertThat(pause(from.plusDays(9), from.plusDays(12)))
                .hasStatusOk()
                .bodyText()
                .contains("На эти дни уже есть документ");
        assertThat(pause(from.plusDays(30), from.plusDays(20)))
                .hasStatusOk()
                .bodyText()
                .contains("Последний день раньше первого");
        assertThat(due()).isEqualTo(arisen.plusYears(1).plusDays(10));
        assertThat(story.get(story.deputy, "/journal/debts"))
                .hasStatusOk()
                .bodyText()
                .contains("Должников", "Математика");
    }

    @Test
    void theTableCountsATermAsTheRuleDoes() {
        var pauses = new int[][] {{-30, 10}, {20, 60}, {300, 364}, {365, 400}, {440, 471}, {900, 901}};
        for (var each : pauses) pause(arisen.plusDays(each[0]), arisen.plusDays(each[1]));
        var days = Arrays.stream(pauses)
                .map(each -> new Period(arisen.plusDays(each[0]), arisen.plusDays(each[1])))
                .toList();
        assertThat(due()).isEqualTo(TestTerms.dueOn(arisen, days));
    }

    @Test
    void debtsOfAnotherSchoolAreNotThere() {
        var stranger = new SchoolStory(context);
        assertThat(stranger.get(stranger.deputy, "/journal/debts/" + pupil)).hasStatus(404);
        assertThat(stranger.post(stranger.deputy, "/journal/debts/" + pupil + "/pauses"))
                .hasStatus(404);
        assertThat(stranger.get(stranger.deputy, "/journal/debts", "state", "ALL"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Должников");
    }

    @Test
    void whoeverIsBlockedIsInTheListOfTheHeadAloneAndInNoTableThatLeaves() {
        block();
        assertThat(story.get(story.deputy, "/journal/debts"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Должников");
        assertThat(story.get(story.deputy, "/journal/debts/" + pupil)).hasStatus(404);
        assertThat(story.get(story.director, "/journal/debts"))
                .hasStatusOk()
                .bodyText()
                .contains("Должников");
        assertThat(story.get(story.director, "/journal/marks/export", "format", "CSV"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Должников");
    }

    @Test
    void marksAndOpenDebtsGoWithAPupilWhoLeaves() {
        var parts = act(() -> dossier.stream()
                .sorted(Comparator.comparingInt(TransferDossierPart::order))
                .flatMap(part -> part.of(pupil, story.today()).stream())
                .toList());
        var titles = List.of("Выписка годовых отметок", "Академическая задолженность");
        var own = parts.stream().filter(part -> titles.contains(part.title())).toList();
        assertThat(own).extracting(Part::title).containsExactlyElementsOf(titles);
        assertThat(own.get(0).rows().get(0)).contains("Математика", "неудовлетворительно");
        assertThat(own.get(1).rows().get(0)).contains("Математика", "0");
    }

    private void block() {
        var request = UUID.randomUUID();
        var person = story.rows()
                .sql("select person_id from people.pupils where id = ?")
                .param(pupil)
                .query(UUID.class)
                .single();
        story.rows()
                .sql("""
                        insert into people.data_requests (id, organization_id, person_id, kind, applicant_id, received_on, due_on,
                            request, state, recorded_by, recorded_at)
                        values (?, ?, ?, 'BLOCKING', ?, '2026-09-01', '2026-09-10', 'заблокировать', 'OPEN', ?, now())
                        """)
                .params(
                        request,
                        story.school.id(),
                        person,
                        person,
                        story.director.account().id())
                .update();
        story.rows()
                .sql("insert into people.blocks (id, organization_id, person_id, request_id, from_on)"
                        + " values (gen_random_uuid(), ?, ?, ?, '2026-09-01')")
                .params(story.school.id(), person, request)
                .update();
    }

    private AttemptAnswer schedule(LocalDate on, UUID commission) {
        return act(() -> attempts.schedule(debt, on, commission, story.teacher.staffId()));
    }

    private AttemptAnswer record(LocalDate on, AttemptResult result) {
        return act(() -> attempts.record(debt, on, result));
    }

    private MvcTestResult pause(LocalDate from, LocalDate to) {
        return story.post(
                story.deputy,
                "/journal/debts/" + pupil + "/pauses",
                "kind",
                "ILLNESS",
                "from",
                from.toString(),
                "to",
                to.toString(),
                "paper",
                "справка № 12 от 01.10.2026");
    }

    private String state() {
        return story.rows()
                .sql("select state || ' ' || coalesce(ended_on::text, '') from journal.debts where id = ?")
                .param(debt)
                .query(String.class)
                .single();
    }

    private LocalDate due() {
        return story.rows()
                .sql("select due_on from journal.debts where id = ?")
                .param(debt)
                .query(LocalDate.class)
                .single();
    }

    private <T> T act(Supplier<T> act) {
        var deputy = Actor.person(story.deputy.account().id(), story.school.id(), Set.of(story.school.id()));
        return Acting.as(deputy, () -> transaction.execute(status -> act.get()));
    }
}
