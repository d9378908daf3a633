package school.chancery.yearclosing.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import school.chancery.documents.Upload;
import school.chancery.orders.Councils.Body;
import school.chancery.orders.Councils.NewMinutes;

record RecordCouncilForm(
        @NotNull @Size(max = 30) @Nullable String number,
        @NotNull @Nullable LocalDate heldOn,
        @NotNull @Size(max = 1000) @Nullable String agenda,
        @NotNull @Size(max = 2000) @Nullable String decision,
        @NotNull @Nullable LocalDate graduatesLastOn,
        @Nullable MultipartFile file) {

    /** Call on a form without faults only. */
    NewMinutes toMinutes(UUID organizationId, Upload.@Nullable Accepted scan, UUID by) {
        return new NewMinutes(
                organizationId,
                Body.PEDAGOGICAL,
                Objects.requireNonNull(number),
                Objects.requireNonNull(heldOn),
                Objects.requireNonNull(agenda),
                Objects.requireNonNull(decision),
                scan,
                by);
    }
}
