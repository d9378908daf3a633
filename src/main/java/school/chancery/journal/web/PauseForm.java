package school.chancery.journal.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import school.chancery.journal.DebtPause;
import school.chancery.organization.Period;

/** Days on which a pupil was ill or on leave, with the paper that shows it. */
record PauseForm(
        @Nullable UUID formId,
        @NotNull DebtPause.@Nullable Kind kind,
        @NotNull @Nullable LocalDate from,
        @NotNull @Nullable LocalDate to,
        @NotBlank @Size(max = 300) @Nullable String paper,
        @Nullable MultipartFile scan) {

    static PauseForm empty() {
        return new PauseForm(UUID.randomUUID(), null, null, null, null, null);
    }

    DebtPause toPause(UUID organizationId, UUID pupilId, @Nullable UUID documentId) {
        return new DebtPause(
                Objects.requireNonNullElseGet(formId, UUID::randomUUID),
                organizationId,
                pupilId,
                Objects.requireNonNull(kind),
                new Period(Objects.requireNonNull(from), Objects.requireNonNull(to)),
                Objects.requireNonNull(paper).strip(),
                documentId);
    }
}
