package school.chancery.yearclosing.domain.debts;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The matter of one pupil with the debts of one closing.
 *
 * @param schoolYearId the year the debts arose in
 * @param choiceYearId the year under which the parents' choice is recorded; null while nothing was chosen
 * @param toClassId where the year is repeated
 * @param chosenBy account that recorded the choice
 */
public record DebtCaseView(
        UUID id,
        UUID organizationId,
        UUID pupilId,
        UUID closingId,
        UUID schoolYearId,
        State state,
        @Nullable UUID choiceYearId,
        @Nullable UUID toClassId,
        @Nullable LocalDate effectiveOn,
        @Nullable UUID chosenBy,
        @Nullable UUID orderId) {
    /** The words are {@code yearclosing.debt.state.<NAME>}. */
    public enum State {
        OPEN,
        /** The parents have chosen, the order is on its way. */
        CHOSEN,
        CLEARED,
        SETTLED,
        LEFT
    }

    public boolean isRunning() {
        return state == State.OPEN || state == State.CHOSEN;
    }
}
