package school.chancery.yearclosing.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import school.chancery.documents.NewDocument;
import school.chancery.journal.ParentsChoice;
import school.chancery.journal.ParentsChoice.Conclusion;
import school.chancery.yearclosing.domain.debts.ProposedChoice;

/**
 * What the parents chose.
 *
 * @param conclusionNumber with {@code conclusionOn}: of the ПМПК
 * @param toClassId of a repetition only
 */
record RecordParentsChoiceForm(
        @NotNull ParentsChoice.@Nullable Choice choice,
        @NotNull @Nullable LocalDate chosenOn,
        @NotBlank @Size(max = 300) @Nullable String applicant,
        @Nullable MultipartFile scan,
        @Size(max = 60) @Nullable String conclusionNumber,
        @Nullable LocalDate conclusionOn,
        @Nullable UUID toClassId,
        @NotNull @Nullable LocalDate effectiveOn) {

    boolean hasHalfAConclusion() {
        return isNumbered() != (conclusionOn != null);
    }

    private boolean isNumbered() {
        return conclusionNumber != null && !conclusionNumber.isBlank();
    }

    ProposedChoice toChoice(@Nullable NewDocument paper, UUID by) {
        return new ProposedChoice(
                Objects.requireNonNull(choice),
                Objects.requireNonNull(chosenOn),
                Objects.requireNonNull(applicant).strip(),
                paper,
                isNumbered()
                        ? new Conclusion(
                                Objects.requireNonNull(conclusionNumber).strip(), Objects.requireNonNull(conclusionOn))
                        : null,
                toClassId,
                Objects.requireNonNull(effectiveOn),
                by);
    }
}
