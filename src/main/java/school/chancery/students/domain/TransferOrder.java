package school.chancery.students.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import school.chancery.orders.OrderDraft;
import school.chancery.orders.OrderDraftSource;
import school.chancery.orders.OrderKinds;
import school.chancery.people.Pupils;

/** The order that moves a pupil to another class, or lets go of one. */
@Component
class TransferOrder implements OrderDraftSource {
    private final Transfers transfers;
    private final Pupils pupils;
    private final TransferWords words;

    TransferOrder(Transfers transfers, Pupils pupils, TransferWords words) {
        this.transfers = transfers;
        this.pupils = pupils;
        this.words = words;
    }

    @Override
    public String processKey() {
        return "transfer-student";
    }

    @Override
    public OrderDraft draftFor(UUID transferId) {
        var transfer = transfers.require(transferId);
        return new OrderDraft(
                transfer.organizationId(),
                kind(transfer),
                transferId,
                fields(transfer),
                transfer.effectiveOn(),
                List.of(),
                List.of(),
                transfer.proposedBy());
    }

    private static String kind(TransferView transfer) {
        return switch (transfer.kind()) {
            case OTHER_CLASS -> OrderKinds.STUDENT_CLASS_CHANGE;
            case SYSTEM_SCHOOL, OUTSIDE_SCHOOL -> OrderKinds.STUDENT_WITHDRAWAL;
            case MOVING_AWAY -> OrderKinds.STUDENT_DEPARTURE;
        };
    }

    private Map<String, String> fields(TransferView transfer) {
        var fields = new HashMap<String, String>();
        fields.put(
                "studentName",
                pupils.find(transfer.pupilId()).orElseThrow().name().full());
        fields.put("className", words.classLabel(transfer.fromClassId()));
        fields.put("applicationDate", TransferWords.date(transfer.appliedOn()));
        switch (transfer.kind()) {
            case OTHER_CLASS ->
                fields.put("toClassName", words.classLabel(Objects.requireNonNull(transfer.toClassId())));
            case SYSTEM_SCHOOL, OUTSIDE_SCHOOL ->
                fields.put("receivingOrganization", Objects.requireNonNull(words.destination(transfer)));
            case MOVING_AWAY -> {
                fields.put("settlement", Objects.requireNonNull(transfer.settlement()));
                fields.put("region", Objects.requireNonNull(transfer.region()));
            }
        }
        return fields;
    }
}
