package school.chancery.journal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the parents chose for their child.
 *
 * @param schoolYearId the year that is being closed, or in which the term of the debt ran out
 * @param applicant who signed
 * @param conclusion of the ПМПК; needed for an adapted programme
 */
public record ParentsChoice(
        UUID id,
        UUID organizationId,
        UUID pupilId,
        UUID schoolYearId,
        Choice choice,
        LocalDate chosenOn,
        String applicant,
        @Nullable UUID documentId,
        @Nullable Conclusion conclusion) {
    /** The words are {@code journal.choice.<NAME>}. */
    public enum Choice {
        REPEAT,
        ADAPTED_PROGRAMME,
        INDIVIDUAL_PLAN
    }

    /** Number and date only, never what it says. */
    public record Conclusion(String number, LocalDate on) {}

    @Override
    public String toString() {
        return "ParentsChoice[" + id + "]";
    }
}
