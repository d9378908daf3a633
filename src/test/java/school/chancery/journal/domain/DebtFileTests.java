package school.chancery.journal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import school.chancery.journal.AttemptAnswer.Reason;
import school.chancery.journal.AttemptResult;
import school.chancery.journal.Debt;
import school.chancery.journal.DebtAttempt;
import school.chancery.organization.Period;

/** What the law says of debts (ст. 58), whatever is asked in whatever order. */
class DebtFileTests {
    private static final LocalDate ARISEN = LocalDate.of(2027, 5, 29);
    private static final UUID ORDER = new UUID(0, 9);

    /** Something that is asked of a debt: a day for an attempt, or what one brought. */
    record Step(boolean schedule, int day, boolean commission, AttemptResult result) {}

    @Property(tries = 10_000)
    void thereAreAtMostTwoAttemptsTheSecondBeforeACommissionAndNoneAfterTheTerm(
            @ForAll("steps") List<Step> steps, @ForAll("pauses") List<Period> pauses) {
        var file = after(steps, pauses);
        assertThat(file.attempts()).hasSizeLessThanOrEqualTo(2);
        for (var attempt : file.attempts()) {
            assertThat(attempt.scheduledOn()).isBetween(ARISEN, file.debt().dueOn());
            assertThat(pauses).noneMatch(pause -> pause.contains(attempt.scheduledOn()));
            assertThat(attempt.commissionOrderId() != null).isEqualTo(attempt.number() == 2);
            if (attempt.number() == 2)
                assertThat(file.attempts().get(0).isFailed()).isTrue();
        }
    }

    @Property(tries = 10_000)
    void aDebtEndsByAPassedAttemptOrByTheSecondThatWasNot(
            @ForAll("steps") List<Step> steps, @ForAll("pauses") List<Period> pauses) {
        var file = after(steps, pauses);
        var passed = file.attempts().stream()
                .anyMatch(each -> each.result() != null && each.result().isPassed());
        var failed = file.attempts().stream().filter(DebtAttempt::isFailed).count();
        assertThat(file.debt().state())
                .isEqualTo(passed ? Debt.State.CLEARED : failed == 2 ? Debt.State.TERM_OVER : Debt.State.OPEN);
    }

    // A pause that reaches the last day moves it past itself: never fewer days than a year, and no more.
    @Property(tries = 10_000)
    void everyDayOfAPauseIsGivenBackAndNoOther(@ForAll("pauses") List<Period> pauses) {
        var due = DebtTerm.dueOn(ARISEN, pauses);
        var running = IntStream.rangeClosed(1, (int) ChronoUnit.DAYS.between(ARISEN, due))
                .mapToObj(ARISEN::plusDays)
                .filter(day -> pauses.stream().noneMatch(pause -> pause.contains(day)))
                .count();
        assertThat(running).isEqualTo(ChronoUnit.DAYS.between(ARISEN, ARISEN.plusYears(1)));
    }

    @Property(tries = 5_000)
    void theOrderInWhichPausesAreBroughtDoesNotMatter(@ForAll("pauses") List<Period> pauses) {
        var other = new ArrayList<>(pauses);
        Collections.reverse(other);
        assertThat(DebtTerm.dueOn(ARISEN, other)).isEqualTo(DebtTerm.dueOn(ARISEN, pauses));
    }

    @Example
    void aTermIsAYearAlsoFromTheTwentyNinthOfFebruary() {
        assertThat(DebtTerm.dueOn(LocalDate.of(2028, 2, 29), List.of())).isEqualTo("2029-02-28");
        assertThat(DebtTerm.dueOn(ARISEN, List.of())).isEqualTo("2028-05-29");
    }

    @Example
    void anAttemptMissedForAGoodReasonIsHeldAgain() {
        var file = open(List.of(new DebtAttempt(1, ARISEN.plusDays(10), null, null, null, null)), List.of());
        assertThat(file.after(AttemptResult.MISSED_GOOD_REASON)).isEqualTo(Debt.State.OPEN);
        assertThat(file.next()).isEqualTo(1);
    }

    @Example
    void refusalsNameTheirReason() {
        var fresh = open(List.of(), List.of(new Period(ARISEN.plusDays(20), ARISEN.plusDays(30))));
        assertThat(fresh.whyNotScheduled(ARISEN.minusDays(1), false)).contains(Reason.BEFORE_DEBT);
        assertThat(fresh.whyNotScheduled(ARISEN.plusDays(25), false)).contains(Reason.IN_PAUSE);
        assertThat(fresh.whyNotScheduled(ARISEN.plusYears(2), false)).contains(Reason.AFTER_TERM);
        assertThat(fresh.whyNotRecorded(ARISEN.plusDays(1), ARISEN.plusDays(1))).contains(Reason.NOT_SCHEDULED);
        var failed = open(
                List.of(new DebtAttempt(1, ARISEN.plusDays(10), null, null, ARISEN.plusDays(10), AttemptResult.TWO)),
                List.of());
        assertThat(failed.whyNotScheduled(ARISEN.plusDays(40), false)).contains(Reason.COMMISSION_MISSING);
        assertThat(failed.whyNotScheduled(ARISEN.plusDays(9), true)).contains(Reason.BEFORE_FIRST);
        assertThat(failed.whyNotScheduled(ARISEN.plusDays(40), true)).isEmpty();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(-20, 500),
                        Arbitraries.of(true, false),
                        Arbitraries.of(AttemptResult.class))
                .as(Step::new)
                .list()
                .ofMaxSize(12);
    }

    /** None meets another: the register keeps them so. */
    @Provide
    Arbitrary<List<Period>> pauses() {
        return Arbitraries.integers().between(1, 120).list().ofMaxSize(8).map(DebtFileTests::apart);
    }

    private static List<Period> apart(List<Integer> lengths) {
        var pauses = new ArrayList<Period>();
        var day = ARISEN.minusDays(40);
        for (var at = 0; at + 1 < lengths.size(); at += 2) {
            day = day.plusDays(lengths.get(at));
            pauses.add(new Period(day, day.plusDays(lengths.get(at + 1))));
            day = day.plusDays(lengths.get(at + 1) + 1L);
        }
        return pauses;
    }

    private static DebtFile after(List<Step> steps, List<Period> pauses) {
        var file = open(List.of(), pauses);
        for (var step : steps) file = step.schedule() ? scheduled(file, step) : recorded(file, step);
        return file;
    }

    private static DebtFile scheduled(DebtFile file, Step step) {
        var on = ARISEN.plusDays(step.day());
        if (file.whyNotScheduled(on, step.commission()).isPresent()) return file;
        var attempts = new ArrayList<>(file.attempts());
        attempts.removeIf(each -> each.number() == file.next());
        attempts.add(new DebtAttempt(file.next(), on, file.next() == 2 ? ORDER : null, null, null, null));
        return new DebtFile(file.debt(), attempts, file.pauses());
    }

    private static DebtFile recorded(DebtFile file, Step step) {
        var on = ARISEN.plusDays(step.day());
        if (file.whyNotRecorded(on, LocalDate.MAX).isPresent() || !step.result().counts()) return file;
        var ahead = file.ahead().orElseThrow();
        var attempts = new ArrayList<>(file.attempts());
        attempts.set(
                ahead.number() - 1,
                new DebtAttempt(
                        ahead.number(), ahead.scheduledOn(), ahead.commissionOrderId(), null, on, step.result()));
        return new DebtFile(debt(file.after(step.result()), file.debt().dueOn()), attempts, file.pauses());
    }

    private static DebtFile open(List<DebtAttempt> attempts, List<Period> pauses) {
        return new DebtFile(debt(Debt.State.OPEN, DebtTerm.dueOn(ARISEN, pauses)), attempts, pauses);
    }

    private static Debt debt(Debt.State state, LocalDate due) {
        var id = new UUID(0, 1);
        return new Debt(id, id, id, id, id, Debt.Ground.UNSATISFACTORY, ARISEN, due, state, null);
    }
}
