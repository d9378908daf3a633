package school.chancery.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How debts are made good: two attempts at most within the term, the second before a commission. Recorded already in the
 * same way = no change. Only rows of organizations that the actor sees.
 */
public interface DebtAttempts {
    List<DebtAttempt> of(UUID debtId);

    /** The first, the second after a failed first, or the one that lies ahead on another day; audited. */
    AttemptAnswer schedule(UUID debtId, LocalDate on, @Nullable UUID commissionOrderId, @Nullable UUID examinerId);

    /** The one that was scheduled; passed it clears the debt, failed for the second time it ends the term. Audited. */
    AttemptAnswer record(UUID debtId, LocalDate heldOn, AttemptResult result);
}
