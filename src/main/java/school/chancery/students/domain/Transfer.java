package school.chancery.students.domain;

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
import school.chancery.organization.SchoolClass;

/** A pupil's transfer, from the application to the notice that the child has arrived. */
@Entity
@Table(schema = "students", name = "transfers")
class Transfer {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    @Version
    private long version;

    private UUID organizationId;
    private UUID pupilId;
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private TransferKind kind;

    @Enumerated(EnumType.STRING)
    private TransferState state = TransferState.REQUESTED;

    private UUID schoolYearId;
    private String classKind;
    private UUID fromClassId;
    private @Nullable UUID toClassId;
    private @Nullable UUID receivingOrganizationId;
    private @Nullable String receivingName;
    private @Nullable String receivingEmail;
    private @Nullable String settlement;
    private @Nullable String region;
    private String applicant;
    private LocalDate appliedOn;
    private @Nullable UUID applicationDocumentId;
    private LocalDate effectiveOn;
    private @Nullable LocalDate orderDueOn;

    @Column(updatable = false)
    private UUID proposedBy;

    @Column(updatable = false)
    private Instant proposedAt;

    private @Nullable Instant withdrawalAskedAt;
    private @Nullable String withdrawalReason;

    @Enumerated(EnumType.STRING)
    private @Nullable DropReason dropReason;

    private @Nullable UUID orderId;
    private @Nullable LocalDate movedOn;
    private @Nullable LocalDate noticeDueOn;
    private @Nullable LocalDate fileHandedOn;
    private @Nullable String fileHandedTo;
    private @Nullable UUID dossierDocumentId;
    private @Nullable UUID noticeAskedMailId;

    @Enumerated(EnumType.STRING)
    private @Nullable NoticeChannel noticeChannel;

    private @Nullable String noticeNumber;
    private @Nullable LocalDate noticeOn;
    private @Nullable String noticeFrom;
    private @Nullable UUID noticeMailId;

    @SuppressWarnings("NullAway.Init")
    protected Transfer() {}

    Transfer(
            ProposedTransfer proposed,
            UUID personId,
            SchoolClass from,
            @Nullable UUID application,
            @Nullable LocalDate orderDueOn,
            Instant at) {
        organizationId = proposed.organizationId();
        pupilId = proposed.pupilId();
        this.personId = personId;
        kind = proposed.kind();
        schoolYearId = from.schoolYearId();
        classKind = from.kind().name();
        fromClassId = from.id();
        toClassId = proposed.toClassId();
        receivingOrganizationId = proposed.receivingOrganizationId();
        receivingName = proposed.receivingName();
        receivingEmail = proposed.receivingEmail();
        settlement = proposed.settlement();
        region = proposed.region();
        applicant = proposed.applicant();
        appliedOn = proposed.appliedOn();
        applicationDocumentId = application;
        effectiveOn = proposed.effectiveOn();
        this.orderDueOn = orderDueOn;
        proposedBy = proposed.by();
        proposedAt = at;
    }

    /** The district has found another school. */
    void redirect(UUID organization) {
        require(TransferState.REQUESTED);
        receivingOrganizationId = organization;
    }

    /** The parents take their application back; whether in time, the case decides. */
    boolean askWithdrawal(String reason, Instant at) {
        if (state != TransferState.REQUESTED || withdrawalAskedAt != null) return false;
        withdrawalAskedAt = at;
        withdrawalReason = reason;
        return true;
    }

    /** Nothing comes of it. Said again = no change. */
    void drop(DropReason reason) {
        if (state == TransferState.DROPPED) return;
        require(TransferState.REQUESTED);
        state = TransferState.DROPPED;
        dropReason = reason;
    }

    /** The order has had its effect: the pupil is in the other class. */
    void move(UUID order, LocalDate on) {
        require(TransferState.REQUESTED);
        state = TransferState.MOVED;
        orderId = order;
        movedOn = on;
    }

    /** Likewise: the pupil has left. @param noticeDueOn when it should be known that the child has arrived */
    void leave(UUID order, LocalDate on, LocalDate noticeDueOn) {
        require(TransferState.REQUESTED);
        state = TransferState.LEFT;
        orderId = order;
        movedOn = on;
        this.noticeDueOn = noticeDueOn;
    }

    void keepDossier(UUID document) {
        dossierDocumentId = document;
    }

    void askedForNotice(UUID mail) {
        noticeAskedMailId = mail;
    }

    /** False when it is handed over already. */
    boolean handOverFile(LocalDate on, String to) {
        if (fileHandedOn != null) return false;
        fileHandedOn = on;
        fileHandedTo = to;
        return true;
    }

    /** False when the arrival is known already. */
    boolean arrive(ArrivalNotice notice) {
        if (state == TransferState.ARRIVED) return false;
        require(TransferState.LEFT);
        state = TransferState.ARRIVED;
        noticeChannel = notice.channel();
        noticeNumber = notice.number();
        noticeOn = notice.on();
        noticeFrom = notice.from();
        noticeMailId = notice.mailId();
        return true;
    }

    TransferView view() {
        return new TransferView(
                Objects.requireNonNull(id),
                organizationId,
                pupilId,
                personId,
                kind,
                state,
                schoolYearId,
                fromClassId,
                toClassId,
                receivingOrganizationId,
                receivingName,
                receivingEmail,
                settlement,
                region,
                applicant,
                appliedOn,
                applicationDocumentId,
                effectiveOn,
                orderDueOn,
                proposedBy,
                proposedAt,
                withdrawalReason,
                dropReason,
                orderId,
                movedOn,
                fileHandedOn,
                fileHandedTo,
                dossierDocumentId,
                noticeAskedMailId,
                notice());
    }

    private @Nullable ArrivalNotice notice() {
        return noticeChannel == null
                ? null
                : new ArrivalNotice(
                        noticeChannel,
                        Objects.requireNonNull(noticeNumber),
                        Objects.requireNonNull(noticeOn),
                        Objects.requireNonNull(noticeFrom),
                        noticeMailId);
    }

    private void require(TransferState expected) {
        if (state != expected) throw new IllegalStateException("transfer " + id + " is " + state + ", not " + expected);
    }
}
