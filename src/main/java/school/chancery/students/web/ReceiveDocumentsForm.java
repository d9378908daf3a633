package school.chancery.students.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;
import school.chancery.documents.NewDocument;
import school.chancery.students.domain.ReceivedDocuments;
import school.chancery.students.process.ReceiveStudentProcess.DocumentsDecision;

record ReceiveDocumentsForm(
        @NotNull @Nullable DocumentsDecision decision,
        @Size(max = 300) @Nullable String applicant,
        @Nullable LocalDate appliedOn,
        @Nullable MultipartFile application,
        @Nullable UUID classId,
        @Nullable LocalDate enrolFrom,
        @Size(max = 1000) @Nullable String reason) {

    void check(Errors faults) {
        if (decision == DocumentsDecision.NOT_COME) {
            Faults.require(faults, "reason", reason);
        } else {
            Faults.require(faults, "applicant", applicant);
            Faults.require(faults, "appliedOn", appliedOn);
            Faults.require(faults, "classId", classId);
            Faults.require(faults, "enrolFrom", enrolFrom);
        }
    }

    /** Call on a checked form without faults only. */
    ReceivedDocuments toDocuments(@Nullable NewDocument scan, UUID by) {
        return new ReceivedDocuments(
                Objects.requireNonNull(applicant),
                Objects.requireNonNull(appliedOn),
                scan,
                Objects.requireNonNull(classId),
                Objects.requireNonNull(enrolFrom),
                by);
    }
}
