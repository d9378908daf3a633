package school.chancery.yearclosing.domain;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pupil on the page of a class.
 *
 * @param name family and given name
 * @param debts subjects with an unsatisfactory mark or missed, by their short names
 * @param proposed null while marks are missing
 * @param ground why it is proposed; null together with it
 * @param chosen null when nothing could be proposed
 * @param changed whether a person chose something else than was proposed
 * @param allowed what the law leaves open
 */
public record OutcomeRow(
        UUID pupilId,
        String name,
        boolean present,
        String debts,
        int missing,
        @Nullable YearOutcome proposed,
        OutcomeRule.@Nullable Ground ground,
        @Nullable YearOutcome chosen,
        boolean changed,
        @Nullable String reason,
        Set<YearOutcome> allowed,
        @Nullable String toClass) {
    public OutcomeRow {
        allowed = Set.copyOf(allowed);
    }

    @Override
    public String toString() {
        return "OutcomeRow[" + pupilId + "]";
    }
}
