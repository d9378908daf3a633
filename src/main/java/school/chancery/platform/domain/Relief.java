package school.chancery.platform.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The relief of an administrator; a case of its own, because no case lives as long as an appointment does. */
@Entity
@Table(schema = "platform", name = "reliefs")
class Relief {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    @Version
    private long version;

    private UUID organizationId;
    private UUID appointmentId;

    @Enumerated(EnumType.STRING)
    private ReliefCause cause;

    private String ground;
    private LocalDate effectiveOn;

    @Enumerated(EnumType.STRING)
    private ReliefState state = ReliefState.PROPOSED;

    private UUID proposedBy;
    private Instant proposedAt;
    private @Nullable UUID orderId;

    @SuppressWarnings("NullAway.Init")
    protected Relief() {}

    Relief(ProposedRelief proposed, Instant at) {
        organizationId = proposed.organizationId();
        appointmentId = proposed.appointmentId();
        cause = proposed.cause();
        ground = proposed.ground();
        effectiveOn = proposed.effectiveOn();
        proposedBy = proposed.by();
        proposedAt = at;
    }

    /** Done already = no change. */
    void carryOut(UUID order) {
        if (state == ReliefState.DONE) return;
        require();
        state = ReliefState.DONE;
        orderId = order;
    }

    void drop() {
        if (state == ReliefState.DROPPED) return;
        require();
        state = ReliefState.DROPPED;
    }

    ReliefView view() {
        return new ReliefView(
                Objects.requireNonNull(id),
                organizationId,
                appointmentId,
                cause,
                ground,
                effectiveOn,
                state,
                proposedBy);
    }

    private void require() {
        if (state != ReliefState.PROPOSED) throw new IllegalStateException("relief " + id + " is " + state);
    }
}
