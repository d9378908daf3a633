package school.chancery.students.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.orders.OrderSummary;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolClasses;
import school.chancery.people.Pupils;

/** Requests for a place between two schools, as the school that asks sees them; it acts in a job, over the wall. */
@Service
@Transactional
public class PlaceRequests {
    private final PlaceRequestRepository requests;
    private final Transfers transfers;
    private final PlaceSearches searches;
    private final Pupils pupils;
    private final SchoolClasses classes;
    private final Organizations organizations;
    private final StudentTerms terms;
    private final Audit audit;
    private final Clock clock;

    PlaceRequests(
            PlaceRequestRepository requests,
            Transfers transfers,
            PlaceSearches searches,
            Pupils pupils,
            SchoolClasses classes,
            Organizations organizations,
            StudentTerms terms,
            Audit audit,
            Clock clock) {
        this.requests = requests;
        this.transfers = transfers;
        this.searches = searches;
        this.pupils = pupils;
        this.classes = classes;
        this.organizations = organizations;
        this.terms = terms;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<PlaceRequestView> find(UUID id) {
        return requests.findById(id).map(PlaceRequest::view);
    }

    /** @throws IllegalArgumentException when there is none that the actor sees */
    @Transactional(readOnly = true)
    public PlaceRequestView require(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("place request " + id));
    }

    /** Asks the school the transfer goes to; the one the district has found, if it has. Asked already = no change. */
    public PlaceRequestView request(UUID transferId) {
        searches.found(transferId).ifPresent(found -> transfers.redirect(transferId, found));
        var transfer = transfers.require(transferId);
        var newest = newest(transferId);
        if (newest.isPresent() && !newest.get().state().isOver()) return newest.get();
        var request = requests.saveAndFlush(new PlaceRequest(
                transfer,
                newcomer(transfer),
                terms.placeAnswer(Objects.requireNonNull(transfer.receivingOrganizationId())),
                clock.instant()));
        record("students.place-requested", request.view());
        return request.view();
    }

    /** What has become of the newest request; one whose last day is over is closed by asking. */
    public PlaceAnswer answer(UUID transferId) {
        return requests.findFirstByTransferIdOrderByRequestedAtDesc(transferId)
                .map(request -> {
                    var due = request.view().answerDueOn();
                    return request.answer(
                            organizations.today(request.view().organizationId()).isAfter(due));
                })
                .orElse(PlaceAnswer.NONE_YET);
    }

    /** Whether the transfer has gone on with the answer: told once more, it changes nothing. */
    @Transactional(readOnly = true)
    public boolean isAnswerTaken(UUID id) {
        return requests.findById(id).map(PlaceRequest::isAnswerTaken).orElse(false);
    }

    /** The request that is open when the parents take their application back, closed; empty when there is none. */
    public Optional<PlaceRequestView> withdraw(UUID transferId) {
        return requests.findFirstByTransferIdOrderByRequestedAtDesc(transferId)
                .filter(PlaceRequest::withdraw)
                .map(PlaceRequest::view);
    }

    /** The child has left for this school, which may read the papers from now on. */
    Optional<PlaceRequestView> leave(
            UUID transferId, LocalDate on, LocalDate noticeDueOn, OrderSummary order, UUID dossier) {
        var request = requests.findFirstByTransferIdOrderByRequestedAtDesc(transferId);
        request.filter(open -> open.view().leftOn() == null)
                .ifPresent(open -> open.leave(on, noticeDueOn, order, dossier));
        return request.map(PlaceRequest::view);
    }

    @Transactional(readOnly = true)
    public Optional<PlaceRequestView> newest(UUID transferId) {
        return requests.findFirstByTransferIdOrderByRequestedAtDesc(transferId).map(PlaceRequest::view);
    }

    private Newcomer newcomer(TransferView transfer) {
        var pupil = pupils.find(transfer.pupilId()).orElseThrow();
        var schoolClass = classes.find(transfer.fromClassId()).orElseThrow();
        return new Newcomer(
                pupil.name(), pupil.bornOn(), schoolClass.grade(), schoolClass.label(), schoolClass.profile());
    }

    private void record(String action, PlaceRequestView request) {
        audit.record(new AuditEntry(
                action,
                request.organizationId(),
                "place-request",
                List.of(request.id()),
                Map.of("transfer", request.transferId().toString())));
    }
}
