package school.chancery.yearclosing.domain;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * 273-ФЗ ст. 58 and 66: which outcomes the law leaves open for a pupil, and which of them is proposed. It stands here with
 * its reasons and once more in the table of outcomes.
 *
 * <p>A debt whose term is over and for which the parents have chosen nothing yet does not hold the closing up: the pupil
 * goes on conditionally, and the choice replaces that outcome by an order of its own. The same holds for an adapted
 * programme or an individual plan.
 */
public final class OutcomeRule {
    static final int FIRST_LEVEL = 4;
    static final int BASIC_LEVEL = 9;
    static final int LAST_GRADE = 11;

    private OutcomeRule() {}

    /** @param ground why; the words are {@code yearclosing.ground.<NAME>} */
    public record Proposal(YearOutcome outcome, Ground ground) {}

    public enum Ground {
        LEFT_EARLIER,
        ALL_PASSED,
        DEBTS,
        CHOICE_PENDING,
        OTHER_PROGRAMME,
        PARENTS_CHOICE,
        LEVEL_DEBTS,
        CERTIFIED,
        CERTIFIED_AND_ENTERED,
        NOT_ADMITTED,
        EXAMS_FAILED,
        EXAMS_PENDING
    }

    /** Empty while marks of the year are missing. */
    public static Optional<Proposal> propose(PupilFacts facts) {
        if (!facts.present()) return proposal(YearOutcome.WITHDRAWN, Ground.LEFT_EARLIER);
        if (facts.missing() > 0) return Optional.empty();
        if (facts.mayRepeat() && !facts.certified()) return proposal(YearOutcome.REPEATS, Ground.PARENTS_CHOICE);
        return switch (facts.grade()) {
            case BASIC_LEVEL -> ofNinth(facts);
            case LAST_GRADE ->
                facts.certified()
                        ? proposal(YearOutcome.GRADUATED, Ground.CERTIFIED)
                        : proposal(YearOutcome.LEFT_WITH_STATEMENT, uncertified(facts));
            default -> within(facts);
        };
    }

    /** What the law leaves open; empty while marks of the year are missing. */
    public static Set<YearOutcome> allowed(PupilFacts facts) {
        if (!facts.present()) return EnumSet.of(YearOutcome.WITHDRAWN);
        if (facts.missing() > 0) return EnumSet.noneOf(YearOutcome.class);
        var allowed = EnumSet.noneOf(YearOutcome.class);
        if (facts.mayRepeat() && !facts.certified()) allowed.add(YearOutcome.REPEATS);
        switch (facts.grade()) {
            case BASIC_LEVEL -> {
                if (facts.certified()) allowed.addAll(EnumSet.of(YearOutcome.GRADUATED, YearOutcome.GRADUATED_GOES_ON));
                else allowed.add(YearOutcome.LEVEL_NOT_COMPLETED);
            }
            case LAST_GRADE -> allowed.add(facts.certified() ? YearOutcome.GRADUATED : YearOutcome.LEFT_WITH_STATEMENT);
            default -> propose(facts).map(Proposal::outcome).ifPresent(allowed::add);
        }
        // Whoever may repeat may also go on as far as the law lets them.
        if (facts.mayRepeat() && facts.grade() != BASIC_LEVEL && facts.grade() != LAST_GRADE)
            within(facts).map(Proposal::outcome).ifPresent(allowed::add);
        return allowed;
    }

    private static Optional<Proposal> ofNinth(PupilFacts facts) {
        if (!facts.certified()) return proposal(YearOutcome.LEVEL_NOT_COMPLETED, uncertified(facts));
        return facts.enteredNext()
                ? proposal(YearOutcome.GRADUATED_GOES_ON, Ground.CERTIFIED_AND_ENTERED)
                : proposal(YearOutcome.GRADUATED, Ground.CERTIFIED);
    }

    private static Optional<Proposal> within(PupilFacts facts) {
        if (!facts.owing() && !facts.termOver()) return proposal(YearOutcome.PROMOTED, Ground.ALL_PASSED);
        // Ст. 66: without mastering the first level nobody is admitted to the next one.
        if (facts.grade() == FIRST_LEVEL) return proposal(YearOutcome.LEVEL_NOT_COMPLETED, Ground.LEVEL_DEBTS);
        if (!facts.termOver()) return proposal(YearOutcome.CONDITIONAL, Ground.DEBTS);
        return proposal(YearOutcome.CONDITIONAL, afterTerm(facts));
    }

    private static Ground afterTerm(PupilFacts facts) {
        var otherProgramme = facts.choice() == PupilFacts.Choice.INDIVIDUAL_PLAN
                || facts.choice() == PupilFacts.Choice.ADAPTED_PROGRAMME && facts.conclusion();
        return otherProgramme ? Ground.OTHER_PROGRAMME : Ground.CHOICE_PENDING;
    }

    private static Ground uncertified(PupilFacts facts) {
        return switch (facts.exam()) {
            case NOT_ADMITTED -> Ground.NOT_ADMITTED;
            case FAILED -> Ground.EXAMS_FAILED;
            case PASSED -> Ground.LEVEL_DEBTS;
            case NONE, PENDING -> Ground.EXAMS_PENDING;
        };
    }

    private static Optional<Proposal> proposal(YearOutcome outcome, Ground ground) {
        return Optional.of(new Proposal(outcome, ground));
    }
}
