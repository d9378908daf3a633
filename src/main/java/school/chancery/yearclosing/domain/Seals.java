package school.chancery.yearclosing.domain;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.yearclosing.YearSealed;

/** Seals a closing whose report is clean: from then on it stands, and what it does outside begins. */
@Service
@Transactional
public class Seals {
    private final ClosingRows rows;
    private final Reconciliations reconciliations;
    private final ApplicationEventPublisher events;

    Seals(ClosingRows rows, Reconciliations reconciliations, ApplicationEventPublisher events) {
        this.rows = rows;
        this.reconciliations = reconciliations;
        this.events = events;
    }

    /**
     * Sealed already = no change.
     *
     * @param accepted whether the person has seen differences and seals all the same: pupils who have moved since
     */
    public List<Refusal> seal(UUID closingId, boolean accepted, UUID by) {
        var closing = rows.hold(closingId);
        if (closing.state() == ClosingState.SEALED) return List.of();
        if (closing.state() != ClosingState.ACTIVE) return List.of(Refusal.of("not-active"));
        if (!accepted && !reconciliations.of(closingId).isClean()) return List.of(Refusal.of("differences"));
        rows.write(
                closingId, "state = 'SEALED', sealed_by = ?, sealed_at = ?, ended_at = ?", by, rows.now(), rows.now());
        rows.record("yearclosing.year-sealed", closing);
        events.publishEvent(new YearSealed(
                closingId,
                closing.organizationId(),
                closing.schoolYearId(),
                Objects.requireNonNull(closing.nextYearId())));
        return List.of();
    }
}
