package school.chancery.students.process;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.students.domain.DropReason;
import school.chancery.students.domain.PlaceRequestView;
import school.chancery.students.domain.PlaceRequests;
import school.chancery.students.domain.PlaceSearches;
import school.chancery.students.domain.TransferEffects;
import school.chancery.workflow.Facts;
import school.chancery.workflow.NewCase;

/** What the steps of a transfer do and tell the cases of other offices, each in one transaction. */
@Component
@Transactional
class TransferSteps {
    private final PlaceRequests requests;
    private final PlaceSearches searches;
    private final TransferEffects effects;
    private final Facts facts;
    private final StudentLabels labels;

    TransferSteps(
            PlaceRequests requests,
            PlaceSearches searches,
            TransferEffects effects,
            Facts facts,
            StudentLabels labels) {
        this.requests = requests;
        this.searches = searches;
        this.effects = effects;
        this.facts = facts;
        this.labels = labels;
    }

    /** @return until when the answer is waited for */
    String requestPlace(UUID transferId) {
        var request = requests.request(transferId);
        var label = labels.place(request.newcomer(), request.sendingOrganizationId());
        facts.start(
                ReceiveStudentProcess.PLACE_REQUESTED,
                new NewCase(ReceiveStudentProcess.KEY, request.id(), request.organizationId(), label, List.of()));
        return labels.endOfDay(request.organizationId(), request.answerDueOn());
    }

    void askDistrict(UUID transferId) {
        var unanswered = requests.newest(transferId).orElseThrow();
        // Whoever kept silent must not answer any more: the office is looking for another school now.
        tellWithdrawn(Optional.of(unanswered), transferId);
        var search = searches.ask(unanswered);
        var label = labels.place(search.newcomer(), search.sendingOrganizationId());
        facts.start(
                FindPlaceProcess.PLACE_WANTED,
                new NewCase(FindPlaceProcess.KEY, search.id(), search.organizationId(), label, List.of()));
    }

    DropReason drop(UUID transferId) {
        var dropped = effects.drop(transferId);
        tellWithdrawn(dropped.request(), transferId);
        dropped.search()
                .ifPresent(search -> facts.tell(
                        TransferStudentProcess.REQUEST_WITHDRAWN,
                        search.organizationId(),
                        search.id(),
                        transferId,
                        List.of()));
        return dropped.reason();
    }

    void withdrawStudent(UUID transferId, UUID orderId) {
        effects.withdraw(transferId, orderId)
                .ifPresent(request -> facts.tell(
                        ReceiveStudentProcess.STUDENT_WITHDRAWN,
                        request.organizationId(),
                        request.id(),
                        orderId,
                        List.of()));
    }

    private void tellWithdrawn(Optional<PlaceRequestView> request, UUID transferId) {
        request.ifPresent(open -> facts.tell(
                TransferStudentProcess.REQUEST_WITHDRAWN, open.organizationId(), open.id(), transferId, List.of()));
    }
}
