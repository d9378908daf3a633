package school.chancery.journal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the two attempts of a debt.
 *
 * @param number 1 or 2
 * @param commissionOrderId of the second: the order that names the commission
 * @param examinerId the employee who holds it; null when nobody was named
 * @param result null while it lies ahead
 */
public record DebtAttempt(
        int number,
        LocalDate scheduledOn,
        @Nullable UUID commissionOrderId,
        @Nullable UUID examinerId,
        @Nullable LocalDate heldOn,
        @Nullable AttemptResult result) {
    public boolean isFailed() {
        return result != null && !result.isPassed();
    }
}
