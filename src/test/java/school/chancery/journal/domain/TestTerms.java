package school.chancery.journal.domain;

import java.time.LocalDate;
import java.util.List;
import school.chancery.organization.Period;

/** The rule of the term, for tests of others. */
public final class TestTerms {
    private TestTerms() {}

    public static LocalDate dueOn(LocalDate arisenOn, List<Period> pauses) {
        return DebtTerm.dueOn(arisenOn, pauses);
    }
}
