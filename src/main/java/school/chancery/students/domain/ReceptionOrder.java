package school.chancery.students.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import school.chancery.orders.OrderDraft;
import school.chancery.orders.OrderDraftSource;
import school.chancery.orders.OrderKinds;

/** The order of the receiving school. */
@Component
class ReceptionOrder implements OrderDraftSource {
    private final PlaceRequests requests;
    private final TransferWords words;

    ReceptionOrder(PlaceRequests requests, TransferWords words) {
        this.requests = requests;
        this.words = words;
    }

    @Override
    public String processKey() {
        return "receive-student";
    }

    @Override
    public OrderDraft draftFor(UUID requestId) {
        var request = requests.require(requestId);
        return new OrderDraft(
                request.organizationId(),
                OrderKinds.STUDENT_RECEPTION,
                requestId,
                fields(request),
                Objects.requireNonNull(request.enrolFrom()),
                List.of(),
                List.of(),
                Objects.requireNonNull(request.receivedBy()));
    }

    private Map<String, String> fields(PlaceRequestView request) {
        return Map.of(
                "studentName", request.newcomer().name().full(),
                "className", words.classLabel(Objects.requireNonNull(request.classId())),
                "sendingOrganization", words.school(request.sendingOrganizationId()),
                "applicationDate", TransferWords.date(Objects.requireNonNull(request.appliedOn())));
    }
}
