package school.chancery.students.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.documents.NewDocument;

/**
 * What the parents brought to the receiving school.
 *
 * @param appliedOn date of their application for enrolment
 * @param enrolFrom first day in the class
 */
public record ReceivedDocuments(
        String applicant,
        LocalDate appliedOn,
        @Nullable NewDocument application,
        UUID classId,
        LocalDate enrolFrom,
        UUID by) {
    @Override
    public String toString() {
        return "ReceivedDocuments[" + classId + "]";
    }
}
