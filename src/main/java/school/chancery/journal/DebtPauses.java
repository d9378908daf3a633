package school.chancery.journal;

import java.util.List;
import java.util.UUID;

/** Illness and leave, which stop the clock of debts. Only rows of organizations that the actor sees. */
public interface DebtPauses {
    /** The earliest first. */
    List<DebtPause> of(UUID pupilId);

    /** Moves the term of every open debt of the pupil; audited. Publishes {@link DebtTermMoved}. Recorded already = no change. */
    PauseAnswer record(DebtPause pause);

    /** The sentences of a refusal are {@code journal.refused.<NAME>}. */
    enum PauseAnswer {
        DONE,
        ENDS_BEFORE_IT_BEGINS,
        OVERLAPS,
        NO_OPEN_DEBT
    }
}
