package school.chancery.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.organization.Period;

/**
 * Days on which the clock of a pupil's debts stands still.
 *
 * @param paper what shows it: kind, number and date of the document
 */
public record DebtPause(
        UUID id,
        UUID organizationId,
        UUID pupilId,
        Kind kind,
        Period days,
        String paper,
        @Nullable UUID documentId) {
    /** The words are {@code journal.pause.<NAME>}. */
    public enum Kind {
        ILLNESS,
        ACADEMIC_LEAVE,
        MATERNITY_LEAVE
    }

    @Override
    public String toString() {
        return "DebtPause[" + id + "]";
    }
}
