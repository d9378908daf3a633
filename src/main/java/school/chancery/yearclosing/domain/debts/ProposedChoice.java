package school.chancery.yearclosing.domain.debts;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.documents.NewDocument;
import school.chancery.journal.ParentsChoice;

/**
 * What the parents chose, as the form has it.
 *
 * @param toClassId where the year is repeated; of a repetition only
 * @param effectiveOn from when
 */
public record ProposedChoice(
        ParentsChoice.Choice choice,
        LocalDate chosenOn,
        String applicant,
        @Nullable NewDocument scan,
        ParentsChoice.@Nullable Conclusion conclusion,
        @Nullable UUID toClassId,
        LocalDate effectiveOn,
        UUID by) {
    @Override
    public String toString() {
        return "ProposedChoice[" + choice + "]";
    }
}
