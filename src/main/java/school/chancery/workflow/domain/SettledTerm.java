package school.chancery.workflow.domain;

import org.jspecify.annotations.Nullable;
import school.chancery.workflow.domain.Term.Unit;

/**
 * The term in force for one task of one process.
 *
 * @param term as it holds for the organization
 * @param source whose it is
 * @param law the default, which the law sets: it may only be made shorter; null when it is ours alone
 */
public record SettledTerm(
        String processKey,
        String taskKey,
        Term term,
        Source source,
        @Nullable Term law) {
    /** Whose term it is. */
    public enum Source {
        OWN,
        DISTRICT,
        DEFAULT
    }

    public boolean isOwn() {
        return source == Source.OWN;
    }

    /** The law leaves the unit no choice and the amount a limit. */
    public boolean admits(int amount, Unit unit) {
        return law == null || (unit == law.unit() && amount <= law.amount());
    }
}
