package school.chancery.platform.domain;

import jakarta.persistence.Column;
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

/** The appointment of an employee as administrator of a platform, from proposal to end (F004). */
@Entity
@Table(schema = "platform", name = "appointments")
class Appointment {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    @Version
    private long version;

    private UUID organizationId;
    private UUID platformId;
    private UUID staffId;
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private AppointmentKind kind;

    private boolean joined;
    private LocalDate effectiveOn;
    private String ground;
    private @Nullable UUID replacesId;

    @Enumerated(EnumType.STRING)
    private AppointmentState state = AppointmentState.PROPOSED;

    @Column(updatable = false)
    private UUID proposedBy;

    @Column(updatable = false)
    private Instant proposedAt;

    private @Nullable UUID orderId;
    private @Nullable UUID accountId;
    private @Nullable LocalDate grantedOn;
    private @Nullable LocalDate endedOn;
    private @Nullable UUID endOrderId;

    @SuppressWarnings("NullAway.Init")
    protected Appointment() {}

    Appointment(ProposedAppointment proposed, UUID personId, Instant at) {
        organizationId = proposed.organizationId();
        platformId = proposed.platformId();
        staffId = proposed.staffId();
        this.personId = personId;
        kind = proposed.kind();
        joined = proposed.joined();
        effectiveOn = proposed.effectiveOn();
        ground = proposed.ground();
        replacesId = proposed.replacesId();
        proposedBy = proposed.by();
        proposedAt = at;
    }

    /** False when granted already. */
    boolean grant(UUID order, UUID account, LocalDate on) {
        if (state == AppointmentState.ACTIVE) return false;
        require(AppointmentState.PROPOSED);
        state = AppointmentState.ACTIVE;
        orderId = order;
        accountId = account;
        grantedOn = on;
        return true;
    }

    /** False when it is over already. */
    boolean end(UUID order, LocalDate on) {
        if (state == AppointmentState.ENDED) return false;
        require(AppointmentState.ACTIVE);
        state = AppointmentState.ENDED;
        endOrderId = order;
        endedOn = on;
        return true;
    }

    void drop() {
        if (state == AppointmentState.DROPPED) return;
        require(AppointmentState.PROPOSED);
        state = AppointmentState.DROPPED;
    }

    AppointmentView view() {
        return new AppointmentView(
                Objects.requireNonNull(id),
                organizationId,
                platformId,
                staffId,
                personId,
                kind,
                joined,
                effectiveOn,
                ground,
                replacesId,
                state,
                proposedBy,
                orderId,
                accountId,
                grantedOn,
                endedOn);
    }

    private void require(AppointmentState expected) {
        if (state != expected) {
            throw new IllegalStateException("appointment " + id + " is " + state + ", not " + expected);
        }
    }
}
