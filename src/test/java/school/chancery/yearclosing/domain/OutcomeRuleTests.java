package school.chancery.yearclosing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import school.chancery.yearclosing.domain.OutcomeRule.Ground;
import school.chancery.yearclosing.domain.OutcomeRule.Proposal;
import school.chancery.yearclosing.domain.PupilFacts.Choice;
import school.chancery.yearclosing.domain.PupilFacts.Exam;

/** 273-ФЗ ст. 58 and 66, whatever the marks, debts, examinations and choices. */
class OutcomeRuleTests {
    private static final Set<YearOutcome> ON =
            EnumSet.of(YearOutcome.PROMOTED, YearOutcome.CONDITIONAL, YearOutcome.GRADUATED_GOES_ON);

    @Provide
    static Arbitrary<PupilFacts> pupils() {
        var few = Arbitraries.frequency(Tuple.of(5, 0), Tuple.of(2, 1), Tuple.of(1, 3));
        return Combinators.combine(
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.integers().between(1, 11),
                        Combinators.combine(few, few, few, few, few).as((a, b, c, d, e) -> new int[] {a, b, c, d, e}),
                        Arbitraries.of(Exam.class),
                        Arbitraries.of(Choice.class).injectNull(0.5),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((present, grade, counts, exam, choice, conclusion, entered) -> new PupilFacts(
                        present,
                        grade,
                        counts[0],
                        counts[1],
                        counts[2],
                        counts[3],
                        counts[4],
                        exam,
                        choice,
                        conclusion,
                        entered));
    }

    @Property(tries = 10_000)
    void nobodyIsPromotedConditionallyIntoTheNextLevel(@ForAll("pupils") PupilFacts pupil) {
        if (Set.of(4, 9, 11).contains(pupil.grade()))
            assertThat(OutcomeRule.allowed(pupil)).doesNotContain(YearOutcome.CONDITIONAL);
    }

    @Property(tries = 10_000)
    void whoOwesSomethingIsNeverPromotedWithoutCondition(@ForAll("pupils") PupilFacts pupil) {
        if (pupil.owing() || pupil.termOver())
            assertThat(OutcomeRule.allowed(pupil)).doesNotContain(YearOutcome.PROMOTED);
    }

    @Property(tries = 10_000)
    void theYearIsRepeatedOnlyByTheParentsChoiceAfterTheTermOrOnAdvice(@ForAll("pupils") PupilFacts pupil) {
        if (pupil.choice() != Choice.REPEAT || !(pupil.termOver() || pupil.conclusion()))
            assertThat(OutcomeRule.allowed(pupil)).doesNotContain(YearOutcome.REPEATS);
    }

    @Property(tries = 10_000)
    void nobodyGraduatesWithoutTheCertificate(@ForAll("pupils") PupilFacts pupil) {
        if (pupil.exam() != Exam.PASSED || pupil.unsatisfactory() > 0)
            assertThat(OutcomeRule.allowed(pupil)).doesNotContain(YearOutcome.GRADUATED, YearOutcome.GRADUATED_GOES_ON);
    }

    @Property(tries = 10_000)
    void nobodyFinishesALevelWithADebtOfAnEarlierYear(@ForAll("pupils") PupilFacts pupil) {
        if (pupil.openDebts() + pupil.overdueDebts() > 0)
            assertThat(OutcomeRule.allowed(pupil)).doesNotContain(YearOutcome.GRADUATED, YearOutcome.GRADUATED_GOES_ON);
    }

    @Property(tries = 10_000)
    void theLawLeavesSomethingOpenForEverybodyWhoseMarksAreThere(@ForAll("pupils") PupilFacts pupil) {
        if (!pupil.present() || pupil.missing() == 0)
            assertThat(OutcomeRule.allowed(pupil)).isNotEmpty();
        else assertThat(OutcomeRule.allowed(pupil)).isEmpty();
    }

    @Property(tries = 10_000)
    void whatIsProposedIsAllowed(@ForAll("pupils") PupilFacts pupil) {
        var proposed = OutcomeRule.propose(pupil);
        assertThat(proposed.isPresent()).isEqualTo(!OutcomeRule.allowed(pupil).isEmpty());
        proposed.ifPresent(proposal -> assertThat(OutcomeRule.allowed(pupil)).contains(proposal.outcome()));
    }

    @Property(tries = 10_000)
    void whoHasLeftIsWithdrawnAndNothingElse(@ForAll("pupils") PupilFacts pupil) {
        if (pupil.present()) assertThat(OutcomeRule.allowed(pupil)).doesNotContain(YearOutcome.WITHDRAWN);
        else assertThat(OutcomeRule.allowed(pupil)).containsExactly(YearOutcome.WITHDRAWN);
    }

    @Property(tries = 10_000)
    void nobodyGoesOnFromTheLastGrade(@ForAll("pupils") PupilFacts pupil) {
        if (pupil.grade() == 11) assertThat(OutcomeRule.allowed(pupil)).doesNotContainAnyElementsOf(ON);
    }

    @Test
    void aDebtWhoseTermIsOverWithoutAChoiceDoesNotHoldTheClosingUp() {
        assertThat(OutcomeRule.propose(pupil(7, 0, 1, Exam.NONE, null, false)))
                .contains(new Proposal(YearOutcome.CONDITIONAL, Ground.CHOICE_PENDING));
    }

    @Test
    void anAdaptedProgrammeNeedsTheConclusion() {
        assertThat(OutcomeRule.propose(pupil(7, 0, 1, Exam.NONE, Choice.ADAPTED_PROGRAMME, true)))
                .contains(new Proposal(YearOutcome.CONDITIONAL, Ground.OTHER_PROGRAMME));
        assertThat(OutcomeRule.propose(pupil(7, 0, 1, Exam.NONE, Choice.ADAPTED_PROGRAMME, false)))
                .contains(new Proposal(YearOutcome.CONDITIONAL, Ground.CHOICE_PENDING));
    }

    @Test
    void aNinthGraderNotAdmittedStaysAndAnEleventhGraderLeavesWithAStatement() {
        assertThat(OutcomeRule.propose(pupil(9, 1, 0, Exam.NOT_ADMITTED, null, false)))
                .contains(new Proposal(YearOutcome.LEVEL_NOT_COMPLETED, Ground.NOT_ADMITTED));
        assertThat(OutcomeRule.propose(pupil(11, 0, 0, Exam.FAILED, null, false)))
                .contains(new Proposal(YearOutcome.LEFT_WITH_STATEMENT, Ground.EXAMS_FAILED));
    }

    private static PupilFacts pupil(
            int grade, int unsatisfactory, int overdue, Exam exam, Choice choice, boolean advice) {
        return new PupilFacts(true, grade, unsatisfactory, 0, 0, 0, overdue, exam, choice, advice, false);
    }
}
