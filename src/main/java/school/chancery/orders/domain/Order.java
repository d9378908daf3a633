package school.chancery.orders.domain;

import static school.chancery.orders.OrderSummary.Status.DRAFT;
import static school.chancery.orders.OrderSummary.Status.FROZEN;
import static school.chancery.orders.OrderSummary.Status.REGISTERED;
import static school.chancery.orders.OrderSummary.Status.REJECTED;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
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

    @Generated
    @Column(insertable = false, updatable = false)
    private long draftNumber;

    @Embedded
    private Cause cause;

    @Enumerated(EnumType.STRING)
    private Status status = DRAFT;

    @Embedded
    private Wording wording;

    private LocalDate effectiveOn;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> fields;

    private @Nullable String remark;
    private @Nullable String rejectionReason;

    @Embedded
    private @Nullable Original original;

    @Embedded
    private @Nullable Registration registration;

    private boolean backDated;
    private boolean historical;

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
        this.cause = cause;
        this.fields = fields;
        write(content);
    }

    /** @param seenVersion the version the writer had before them: nobody's words are overwritten unseen */
    Optional<Refusal> edit(Content content, Map<String, String> fields, long seenVersion) {
        if (status != DRAFT) return Optional.of(Refusal.NOT_A_DRAFT);
        if (version != seenVersion) return Optional.of(Refusal.CHANGED_MEANWHILE);
        this.fields = fields;
        write(content);
        return Optional.empty();
    }

    private void write(Content content) {
        wording = new Wording(content.title(), content.legalBasis(), content.body());
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
    Optional<Refusal> freeze(Original original) {
        if (status != DRAFT) return Optional.of(Refusal.NOT_A_DRAFT);
        this.original = original;
        this.remark = null;
        this.status = FROZEN;
        return Optional.empty();
    }

    /** Back to the writer; the original and whatever was signed over it are void. */
    Optional<Refusal> giveBack(@Nullable String remark) {
        if (status != FROZEN) return Optional.of(Refusal.NOT_FROZEN);
        if (remark == null || remark.isBlank()) return Optional.of(Refusal.REASON_MISSING);
        this.remark = remark.strip();
        this.original = null;
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

    /** @param backDated dated before the day it was signed on, which every list and print shows */
    Optional<Refusal> register(Registration registration, boolean backDated) {
        if (status != FROZEN) return Optional.of(Refusal.NOT_FROZEN);
        this.backDated = backDated;
        enter(registration);
        return Optional.empty();
    }

    /** A paper order of the past enters the register as it is: with its own number and date, the scan as its copy. */
    Optional<Refusal> enterHistorical(Registration registration) {
        if (status != DRAFT) return Optional.of(Refusal.NOT_A_DRAFT);
        this.historical = true;
        enter(registration);
        return Optional.empty();
    }

    private void enter(Registration registration) {
        this.registration = registration;
        this.status = REGISTERED;
    }

    UUID id() {
        if (id == null) throw new IllegalStateException("order is not saved yet");
        return id;
    }

    long version() {
        return version;
    }

    long draftNumber() {
        return draftNumber;
    }

    Cause cause() {
        return cause;
    }

    UUID organizationId() {
        return cause.organizationId();
    }

    String kind() {
        return cause.kind();
    }

    Status status() {
        return status;
    }

    Wording wording() {
        return wording;
    }

    LocalDate effectiveOn() {
        return effectiveOn;
    }

    Content content() {
        return new Content(wording.title(), wording.legalBasis(), wording.body(), effectiveOn, annexes, acquaintances);
    }

    Map<String, String> fields() {
        return fields;
    }

    List<Acquaintance> acquaintances() {
        return List.copyOf(acquaintances);
    }

    Optional<String> remark() {
        return Optional.ofNullable(remark);
    }

    Optional<String> rejectionReason() {
        return Optional.ofNullable(rejectionReason);
    }

    /** What is to be signed; none while the order is being written. */
    Optional<Original> original() {
        return Optional.ofNullable(original);
    }

    Optional<Registration> registration() {
        return Optional.ofNullable(registration);
    }

    boolean backDated() {
        return backDated;
    }

    boolean historical() {
        return historical;
    }
}
