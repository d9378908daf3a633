package school.chancery.yearclosing.domain;

import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.SchoolYearStates;

/** Opens the data of the next year, last of all. */
@Service
@Transactional
public class Activation {
    private final ClosingRows rows;
    private final SchoolYearStates states;

    Activation(ClosingRows rows, SchoolYearStates states) {
        this.rows = rows;
        this.states = states;
    }

    /** Opened already = no change. */
    public void activate(UUID closingId) {
        var closing = rows.hold(closingId);
        if (closing.activatedAt() != null) return;
        if (closing.state() != ClosingState.APPLIED)
            throw new IllegalStateException("closing " + closingId + " is " + closing.state());
        states.activate(Objects.requireNonNull(closing.nextYearId()), closing.schoolYearId());
        rows.write(closingId, "state = 'ACTIVE', activated_at = ?", rows.now());
        rows.record("yearclosing.year-activated", closing);
    }
}
