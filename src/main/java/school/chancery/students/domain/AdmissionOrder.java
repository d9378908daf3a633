package school.chancery.students.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import school.chancery.orders.OrderDraft;
import school.chancery.orders.OrderDraftSource;
import school.chancery.orders.OrderKinds;

/** The order that admits a newcomer. */
@Component
class AdmissionOrder implements OrderDraftSource {
    private final Admissions admissions;
    private final TransferWords words;

    AdmissionOrder(Admissions admissions, TransferWords words) {
        this.admissions = admissions;
        this.words = words;
    }

    @Override
    public String processKey() {
        return "enrol-newcomer";
    }

    @Override
    public OrderDraft draftFor(UUID admissionId) {
        var admission = admissions.require(admissionId);
        return new OrderDraft(
                admission.organizationId(),
                OrderKinds.STUDENT_ADMISSION,
                admissionId,
                Map.of(
                        "studentName", admission.child().full(),
                        "grade", String.valueOf(admission.grade()),
                        "className", words.classLabel(Objects.requireNonNull(admission.classId())),
                        "applicationDate", TransferWords.date(admission.appliedOn())),
                admission.enrolFrom(),
                List.of(),
                List.of(),
                admission.proposedBy());
    }
}
