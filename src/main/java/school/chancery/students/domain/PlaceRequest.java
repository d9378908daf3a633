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
import school.chancery.orders.OrderSummary;
import school.chancery.people.PersonName;

/** A request for a place, in the tenant of the school that is asked. */
@Entity
@Table(schema = "students", name = "place_requests")
class PlaceRequest {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    @Version
    private long version;

    private UUID organizationId;
    private UUID transferId;
    private UUID sendingOrganizationId;
    private UUID personId;
    private String family;
    private String given;
    private @Nullable String patronymic;
    private @Nullable LocalDate bornOn;
    private @Nullable Short grade;
    private String classLabel;
    private @Nullable String profile;
    private LocalDate wantedOn;

    @Enumerated(EnumType.STRING)
    private PlaceState state = PlaceState.REQUESTED;

    private LocalDate answerDueOn;

    @Column(updatable = false)
    private Instant requestedAt;

    private @Nullable Instant answeredAt;
    private @Nullable UUID answeredBy;
    private boolean answerTaken;
    private @Nullable UUID classId;
    private @Nullable String reason;
    private @Nullable LocalDate leftOn;
    private @Nullable LocalDate noticeDueOn;
    private @Nullable String leftOrderNumber;
    private @Nullable LocalDate leftOrderedOn;
    private @Nullable UUID dossierDocumentId;
    private @Nullable LocalDate appliedOn;
    private @Nullable String applicant;
    private @Nullable UUID applicationDocumentId;
    private @Nullable LocalDate enrolFrom;
    private @Nullable UUID receivedBy;
    private @Nullable UUID pupilId;
    private @Nullable UUID orderId;

    @SuppressWarnings("NullAway.Init")
    protected PlaceRequest() {}

    PlaceRequest(TransferView transfer, Newcomer newcomer, LocalDate answerDueOn, Instant at) {
        organizationId = Objects.requireNonNull(transfer.receivingOrganizationId());
        transferId = transfer.id();
        sendingOrganizationId = transfer.organizationId();
        personId = transfer.personId();
        family = newcomer.name().family();
        given = newcomer.name().given();
        patronymic = newcomer.name().patronymic();
        bornOn = newcomer.bornOn();
        grade = newcomer.grade() == null ? null : newcomer.grade().shortValue();
        classLabel = newcomer.classLabel();
        profile = newcomer.profile();
        wantedOn = transfer.effectiveOn();
        this.answerDueOn = answerDueOn;
        requestedAt = at;
    }

    /** False when it is answered, out of time or taken back already. */
    boolean accept(UUID schoolClass, UUID by, Instant at) {
        if (state != PlaceState.REQUESTED) return false;
        state = PlaceState.ACCEPTED;
        classId = schoolClass;
        answeredBy = by;
        answeredAt = at;
        return true;
    }

    boolean refuse(String why, UUID by, Instant at) {
        if (state != PlaceState.REQUESTED) return false;
        state = PlaceState.REFUSED;
        reason = why;
        answeredBy = by;
        answeredAt = at;
        return true;
    }

    PlaceAnswer answer(boolean overdue) {
        if (state == PlaceState.REQUESTED && overdue) state = PlaceState.EXPIRED;
        answerTaken = state != PlaceState.REQUESTED;
        return switch (state) {
            case REQUESTED -> PlaceAnswer.NONE_YET;
            case ACCEPTED, ENROLLED -> PlaceAnswer.ACCEPTED;
            case REFUSED, CLOSED -> PlaceAnswer.REFUSED;
            case EXPIRED, WITHDRAWN -> PlaceAnswer.NONE;
        };
    }

    /** Whether the transfer has gone on with what became of this. */
    boolean isAnswerTaken() {
        return answerTaken;
    }

    /** False when it is over already. */
    boolean withdraw() {
        if (state.isOver()) return false;
        state = PlaceState.WITHDRAWN;
        return true;
    }

    /** The child has left the former school; its papers are to be had. */
    void leave(LocalDate on, LocalDate noticeDueOn, OrderSummary order, UUID dossier) {
        require(PlaceState.ACCEPTED);
        leftOn = on;
        this.noticeDueOn = noticeDueOn;
        leftOrderNumber = order.number();
        leftOrderedOn = order.registeredOn();
        dossierDocumentId = dossier;
    }

    void receive(ReceivedDocuments documents, @Nullable UUID application) {
        require(PlaceState.ACCEPTED);
        applicant = documents.applicant();
        appliedOn = documents.appliedOn();
        applicationDocumentId = application;
        classId = documents.classId();
        enrolFrom = documents.enrolFrom();
        receivedBy = documents.by();
    }

    void notCome(String why) {
        require(PlaceState.ACCEPTED);
        reason = why;
    }

    void enrol(UUID pupil, UUID order) {
        require(PlaceState.ACCEPTED);
        state = PlaceState.ENROLLED;
        pupilId = pupil;
        orderId = order;
    }

    /** Closed already = no change. */
    void close(String otherwise) {
        if (state == PlaceState.CLOSED) return;
        require(PlaceState.ACCEPTED);
        state = PlaceState.CLOSED;
        if (reason == null) reason = otherwise;
    }

    PlaceRequestView view() {
        return new PlaceRequestView(
                Objects.requireNonNull(id),
                organizationId,
                transferId,
                sendingOrganizationId,
                personId,
                new Newcomer(
                        new PersonName(family, given, patronymic),
                        bornOn,
                        grade == null ? null : grade.intValue(),
                        classLabel,
                        profile),
                wantedOn,
                state,
                answerDueOn,
                requestedAt,
                classId,
                reason,
                leftOn,
                leftOrderNumber,
                leftOrderedOn,
                dossierDocumentId,
                appliedOn,
                applicant,
                enrolFrom,
                receivedBy,
                pupilId,
                orderId);
    }

    private void require(PlaceState expected) {
        if (state != expected) throw new IllegalStateException("request " + id + " is " + state + ", not " + expected);
    }
}
