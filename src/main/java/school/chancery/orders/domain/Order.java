package school.chancery.orders.domain;

import static school.chancery.orders.OrderSummary.Status.DRAFT;
import static school.chancery.orders.OrderSummary.Status.FROZEN;
import static school.chancery.orders.OrderSummary.Status.REGISTERED;
import static school.chancery.orders.OrderSummary.Status.REJECTED;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import school.chancery.orders.OrderSummary.Status;

/**
 * An order from draft to register. A verb that does not fit says why and changes nothing; what is registered or
 * rejected never changes again, which a trigger of the database repeats.
 */
@Entity
@Table(schema = "orders", name = "orders")
class Order {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    @Version
    private long version;

    @Column(updatable = false)
    private UUID organizationId;

    @Generated
    @Column(insertable = false, updatable = false)
    private long draftNumber;

    private String kind;

    @Enumerated(EnumType.STRING)
    private Series series;

    @Enumerated(EnumType.STRING)
    private Status status = DRAFT;

    @Column(updatable = false)
    private UUID causedBy;

    private UUID initiatorAccountId;
    private Instant createdAt;
    private String title;
    private String legalBasis;
    private String body;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> fields;

    private LocalDate effectiveOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Relation relation;

    private @Nullable UUID targetOrderId;
    private @Nullable String remark;
    private @Nullable String rejectionReason;

    @Enumerated(EnumType.STRING)
    private @Nullable SignatureKind signatureKind;

    private @Nullable UUID originalId;
    private @Nullable String originalSha256;
    private @Nullable Integer year;
    private @Nullable Integer sequence;
    private @Nullable String number;
    private @Nullable LocalDate registeredOn;
    private @Nullable Instant registeredAt;
    private @Nullable Instant signedAt;
    private boolean backDated;
    private boolean historical;
    private @Nullable UUID registeredCopyId;

    // Few, and wanted wherever an order is: they come with it.
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(schema = "orders", name = "annexes", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    @ListIndexBase(1)
    private List<Annex> annexes = new ArrayList<>();

    @ElementCollection
    @CollectionTable(schema = "orders", name = "acquaintances", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    @ListIndexBase(1)
    private List<Acquaintance> acquaintances = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Order() {}

    Order(Cause cause, Content content, Map<String, String> fields) {
        this.organizationId = cause.organizationId();
        this.kind = cause.kind();
        this.series = cause.series();
        this.causedBy = cause.causedBy();
        this.initiatorAccountId = cause.initiatorAccountId();
        this.createdAt = cause.at();
        this.relation = cause.relation();
        this.targetOrderId = cause.targetOrderId();
        this.fields = fields;
        write(content);
    }

    /** Why and for whom an order is drafted; never changes. */
    record Cause(
            UUID organizationId,
            String kind,
            Series series,
            UUID causedBy,
            UUID initiatorAccountId,
            Instant at,
            @Nullable Relation relation,
            @Nullable UUID targetOrderId) {}

    /** @param seenVersion the version the writer had before them: nobody's words are overwritten unseen */
    Optional<Refusal> edit(Content content, Map<String, String> fields, long seenVersion) {
        if (status != DRAFT) return Optional.of(Refusal.NOT_A_DRAFT);
        if (version != seenVersion) return Optional.of(Refusal.CHANGED_MEANWHILE);
        this.fields = fields;
        write(content);
        return Optional.empty();
    }

    private void write(Content content) {
        title = content.title();
        legalBasis = content.legalBasis();
        body = content.body();
        effectiveOn = content.effectiveOn();
        replace(annexes, content.annexes());
        replace(acquaintances, content.acquaintances());
    }

    private static <T> void replace(List<T> held, List<T> wanted) {
        if (held.equals(wanted)) return;
        held.clear();
        held.addAll(wanted);
    }

    /** From here on the bytes that will be signed stand still. Frozen already = nothing to do. */
    Optional<Refusal> freeze(UUID originalId, String sha256, SignatureKind signatureKind) {
        if (status != DRAFT) return Optional.of(Refusal.NOT_A_DRAFT);
        this.originalId = originalId;
        this.originalSha256 = sha256;
        this.signatureKind = signatureKind;
        this.remark = null;
        this.status = FROZEN;
        return Optional.empty();
    }

    /** Back to the writer; the original and whatever was signed over it are void. */
    Optional<Refusal> giveBack(@Nullable String remark) {
        if (status != FROZEN) return Optional.of(Refusal.NOT_FROZEN);
        if (remark == null || remark.isBlank()) return Optional.of(Refusal.REASON_MISSING);
        this.remark = remark.strip();
        this.originalId = null;
        this.originalSha256 = null;
        this.signatureKind = null;
        this.status = DRAFT;
        return Optional.empty();
    }

    Optional<Refusal> reject(@Nullable String reason, boolean statutory) {
        if (status != FROZEN) return Optional.of(Refusal.NOT_FROZEN);
        if (statutory) return Optional.of(Refusal.STATUTORY);
        if (reason == null || reason.isBlank()) return Optional.of(Refusal.REASON_MISSING);
        this.rejectionReason = reason.strip();
        this.status = REJECTED;
        return Optional.empty();
    }

    /** The case that needed it is over before anybody signed: no decision about the order, so the law has no say. */
    Optional<Refusal> withdraw(String reason) {
        if (status == REGISTERED) return Optional.of(Refusal.ALREADY_SETTLED);
        if (status == REJECTED) return Optional.empty();
        this.rejectionReason = reason.strip();
        this.status = REJECTED;
        return Optional.empty();
    }

    Optional<Refusal> register(OrderNumber given, Registration registration) {
        if (status != FROZEN) return Optional.of(Refusal.NOT_FROZEN);
        this.signedAt = registration.signedAt();
        this.backDated = registration.backDated();
        enter(given, registration.on(), registration.at(), registration.copyId());
        return Optional.empty();
    }

    /** A paper order of the past enters the register as it is: with its own number and date, the scan as its copy. */
    Optional<Refusal> enterHistorical(OrderNumber number, LocalDate on, Instant at, UUID scanId) {
        if (status != DRAFT) return Optional.of(Refusal.NOT_A_DRAFT);
        this.historical = true;
        enter(number, on, at, scanId);
        return Optional.empty();
    }

    private void enter(OrderNumber given, LocalDate on, Instant at, UUID copyId) {
        this.year = given.year();
        this.sequence = given.sequence();
        this.number = given.text();
        this.registeredOn = on;
        this.registeredAt = at;
        this.registeredCopyId = copyId;
        this.status = REGISTERED;
    }

    /**
     * @param on the order's date
     * @param at when the register entered it
     */
    record Registration(LocalDate on, Instant at, Instant signedAt, boolean backDated, UUID copyId) {}

    UUID id() {
        if (id == null) throw new IllegalStateException("order is not saved yet");
        return id;
    }

    long version() {
        return version;
    }

    UUID organizationId() {
        return organizationId;
    }

    long draftNumber() {
        return draftNumber;
    }

    String kind() {
        return kind;
    }

    Series series() {
        return series;
    }

    Status status() {
        return status;
    }

    String title() {
        return title;
    }

    String legalBasis() {
        return legalBasis;
    }

    String body() {
        return body;
    }

    Content content() {
        return new Content(title, legalBasis, body, effectiveOn, annexes, acquaintances);
    }

    Map<String, String> fields() {
        return fields;
    }

    LocalDate effectiveOn() {
        return effectiveOn;
    }

    Instant createdAt() {
        return createdAt;
    }

    UUID initiatorAccountId() {
        return initiatorAccountId;
    }

    boolean backDated() {
        return backDated;
    }

    boolean historical() {
        return historical;
    }

    List<Annex> annexes() {
        return List.copyOf(annexes);
    }

    List<Acquaintance> acquaintances() {
        return List.copyOf(acquaintances);
    }

    Optional<Relation> relation() {
        return Optional.ofNullable(relation);
    }

    Optional<UUID> targetOrderId() {
        return Optional.ofNullable(targetOrderId);
    }

    Optional<String> remark() {
        return Optional.ofNullable(remark);
    }

    Optional<String> rejectionReason() {
        return Optional.ofNullable(rejectionReason);
    }

    Optional<SignatureKind> signatureKind() {
        return Optional.ofNullable(signatureKind);
    }

    Optional<UUID> originalId() {
        return Optional.ofNullable(originalId);
    }

    Optional<String> originalSha256() {
        return Optional.ofNullable(originalSha256);
    }

    Optional<String> number() {
        return Optional.ofNullable(number);
    }

    Optional<LocalDate> registeredOn() {
        return Optional.ofNullable(registeredOn);
    }

    Optional<Instant> signedAt() {
        return Optional.ofNullable(signedAt);
    }

    Optional<UUID> registeredCopyId() {
        return Optional.ofNullable(registeredCopyId);
    }
}
