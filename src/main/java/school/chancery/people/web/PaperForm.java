package school.chancery.people.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;
import school.chancery.documents.Upload;
import school.chancery.people.domain.Paper;
import school.chancery.people.domain.PersonalFiles.NewPaper;

record PaperForm(
        @NotNull Paper.@Nullable Kind kind,
        @NotBlank @Size(max = 200) @Nullable String title,
        @Size(max = 60) @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable MultipartFile scan) {
    static final PaperForm EMPTY = new PaperForm(null, null, null, null, null);

    void check(Errors faults, LocalDate today) {
        if (issuedOn != null && issuedOn.isAfter(today)) faults.rejectValue("issuedOn", "people.refused.future");
    }

    /** Call on a form without faults only. */
    NewPaper toPaper(Upload.@Nullable Accepted accepted) {
        return new NewPaper(Objects.requireNonNull(kind), Objects.requireNonNull(title), number, issuedOn, accepted);
    }
}
