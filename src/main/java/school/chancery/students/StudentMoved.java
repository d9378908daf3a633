package school.chancery.students;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pupil came, changed the class or left, by a registered order. Published in the transaction that wrote the line of
 * the movement book.
 *
 * @param fromClassId null for one who came
 * @param toClassId null for one who left
 * @param on first day of the new state
 */
public record StudentMoved(
        UUID movementId,
        UUID organizationId,
        UUID pupilId,
        UUID personId,
        @Nullable UUID fromClassId,
        @Nullable UUID toClassId,
        LocalDate on,
        UUID orderId) {}
