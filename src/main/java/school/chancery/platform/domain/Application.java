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
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organization's application for registration on a platform (F009): the one place that knows what may follow what. */
@Entity
@Table(schema = "platform", name = "applications")
class Application {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    @Version
    private long version;

    private UUID organizationId;
    private UUID platformId;
    private UUID appointmentId;
    private String reference;

    @Enumerated(EnumType.STRING)
    private ApplicationState state = ApplicationState.DRAFT;

    private String sendTo;
    private int versions;
    private int attempts;
    private UUID openedBy;
    private Instant openedAt;
    private @Nullable LocalDate activatedOn;
    private @Nullable LocalDate filledOn;
    private @Nullable Instant districtToldAt;

    @SuppressWarnings("NullAway.Init")
    protected Application() {}

    Application(AppointmentView appointment, String reference, String sendTo, UUID by, Instant at) {
        organizationId = appointment.organizationId();
        platformId = appointment.platformId();
        appointmentId = appointment.id();
        this.reference = reference;
        this.sendTo = sendTo;
        openedBy = by;
        openedAt = at;
    }

    /** Returns the number of the new version. */
    int submit() {
        move(ApplicationState.SUBMITTED, ApplicationState.DRAFT, ApplicationState.RETURNED);
        return ++versions;
    }

    void approve() {
        move(ApplicationState.APPROVED, ApplicationState.SUBMITTED);
    }

    void sendBack() {
        move(ApplicationState.DRAFT, ApplicationState.SUBMITTED);
    }

    /** False when it is in the outbox already. */
    boolean send() {
        if (state == ApplicationState.SENDING) return false;
        move(ApplicationState.SENDING, ApplicationState.APPROVED);
        attempts++;
        return true;
    }

    void settle(boolean sent) {
        move(sent ? ApplicationState.SENT : ApplicationState.UNDELIVERED, ApplicationState.SENDING);
    }

    void redirect(String address) {
        move(ApplicationState.APPROVED, ApplicationState.UNDELIVERED);
        sendTo = address;
    }

    void reply(PlatformReply reply) {
        move(reply.state(), ApplicationState.SENT);
    }

    void activate(LocalDate on) {
        move(ApplicationState.ACTIVATED, ApplicationState.REGISTERED);
        activatedOn = on;
    }

    void fill(LocalDate on) {
        move(ApplicationState.FILLED, ApplicationState.ACTIVATED);
        filledOn = on;
    }

    void build() {
        move(ApplicationState.BUILT, ApplicationState.FILLED);
    }

    /** False when the district knows already, or there is nothing to tell any more. */
    boolean tellDistrict(Instant at) {
        if (districtToldAt != null || state != ApplicationState.SENT) return false;
        districtToldAt = at;
        return true;
    }

    ApplicationView view() {
        return new ApplicationView(
                Objects.requireNonNull(id),
                organizationId,
                platformId,
                appointmentId,
                reference,
                state,
                sendTo,
                versions,
                attempts,
                openedAt,
                activatedOn,
                filledOn,
                districtToldAt);
    }

    private void move(ApplicationState to, ApplicationState... from) {
        if (!Arrays.asList(from).contains(state)) {
            throw new IllegalStateException("application " + id + " is " + state + ", cannot become " + to);
        }
        state = to;
    }
}
