package school.chancery.students.process;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import school.chancery.students.domain.PlaceRequests;
import school.chancery.students.domain.TransferState;
import school.chancery.students.domain.TransferView;
import school.chancery.students.domain.Transfers;
import school.chancery.workflow.AwaitedFacts;

/** What may come when the transfer has gone on without it: the register knows already what it would have told. */
@Component
class TransferFacts implements AwaitedFacts {
    private final Transfers transfers;
    private final PlaceRequests requests;

    TransferFacts(Transfers transfers, PlaceRequests requests) {
        this.transfers = transfers;
        this.requests = requests;
    }

    @Override
    public Set<String> messages() {
        return Set.of(
                TransferStudentProcess.PLACE_ANSWERED,
                TransferStudentProcess.PLACE_SEARCHED,
                TransferStudentProcess.REQUEST_WITHDRAWN,
                TransferStudentProcess.ENROLMENT_NOTIFIED);
    }

    @Override
    public boolean isAwaited(String message, UUID businessKey, UUID factId) {
        // A withdrawal is told to requests and searches as well: those end with it, or have ended.
        var transfer = transfers.find(businessKey);
        if (transfer.isEmpty()) return true;
        return switch (message) {
            case TransferStudentProcess.ENROLMENT_NOTIFIED -> transfer.get().state() != TransferState.ARRIVED;
            case TransferStudentProcess.PLACE_ANSWERED -> transfer.get().isOpen() && !requests.isAnswerTaken(factId);
            default -> transfer.filter(TransferView::isOpen).isPresent();
        };
    }
}
