package school.chancery.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.documents.SignatureReport;

/**
 * A signature over one original, named by its hash. A CMS file is offered first and accepted with the decision; a new
 * original voids what was offered over the old one. What was accepted never changes (trigger).
 */
@Entity
@Table(schema = "orders", name = "signatures")
class Signature {
    enum State {
        OFFERED,
        ACCEPTED,
        VOID
    }

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    @Column(updatable = false)
    private UUID organizationId;

    @Column(updatable = false)
    private UUID orderId;

    @Enumerated(EnumType.STRING)
    private State state;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private SignatureKind kind;

    @Column(updatable = false)
    private String originalSha256;

    @Embedded
    private Signer signer;

    private Instant signedAt;
    private LocalDate signedOn;
    private UUID recordedBy;
    private @Nullable String address;

    @Column(updatable = false)
    private @Nullable String agreement;

    @Column(updatable = false)
    private @Nullable UUID documentId;

    @Embedded
    private @Nullable Certificate certificate;

    @SuppressWarnings("NullAway.Init")
    protected Signature() {}

    private Signature(Order order, SignatureKind kind, State state, Signer signer, Instant at, LocalDate on, UUID by) {
        this.organizationId = order.organizationId();
        this.orderId = order.id();
        this.originalSha256 = order.original().orElseThrow().originalSha256();
        this.kind = kind;
        this.state = state;
        this.signer = signer;
        this.signedAt = at;
        this.signedOn = on;
        this.recordedBy = by;
    }

    static Signature simple(Order order, Signer signer, Moment moment, String address, String agreement) {
        var made = new Signature(
                order,
                SignatureKind.SIMPLE,
                State.ACCEPTED,
                signer,
                moment.at(),
                moment.on(),
                signer.requireAccountId());
        made.address = address;
        made.agreement = agreement;
        return made;
    }

    static Signature offered(Order order, Signer signer, Moment moment, UUID documentId, SignatureReport.Valid report) {
        var made = new Signature(
                order,
                SignatureKind.QUALIFIED,
                State.OFFERED,
                signer,
                moment.at(),
                moment.on(),
                signer.requireAccountId());
        made.documentId = documentId;
        made.certificate = Certificate.of(report);
        return made;
    }

    /** @param on the date that stands on the paper; {@code moment} is when the office recorded it */
    static Signature paper(Order order, Signer signer, Moment moment, LocalDate on, UUID scanId, UUID recordedBy) {
        var made = new Signature(order, SignatureKind.PAPER, State.ACCEPTED, signer, moment.at(), on, recordedBy);
        made.documentId = scanId;
        return made;
    }

    /** The offered file becomes the signature of the one who decides now. */
    void accept(Signer signer, Moment moment, String address) {
        if (state != State.OFFERED) throw new IllegalStateException("signature is " + state);
        this.signer = signer;
        this.signedAt = moment.at();
        this.signedOn = moment.on();
        this.address = address;
        this.recordedBy = signer.requireAccountId();
        this.state = State.ACCEPTED;
    }

    void voided() {
        if (state != State.OFFERED) throw new IllegalStateException("signature is " + state);
        state = State.VOID;
    }

    boolean isOver(Order order) {
        return order.original()
                .filter(original -> original.originalSha256().equals(originalSha256))
                .isPresent();
    }

    Instant signedAt() {
        return signedAt;
    }

    LocalDate signedOn() {
        return signedOn;
    }

    Optional<UUID> documentId() {
        return Optional.ofNullable(documentId);
    }

    SignatureKind kind() {
        return kind;
    }

    State state() {
        return state;
    }

    SignatureView view() {
        return new SignatureView(
                kind, signer, signedAt, signedOn, originalSha256, address, agreement, documentId, certificate);
    }

    /** A moment in the organization's reckoning. */
    record Moment(Instant at, LocalDate on) {}
}
