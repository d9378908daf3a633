package school.chancery.orders.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import school.chancery.documents.Upload;
import school.chancery.identity.SignedIn;
import school.chancery.orders.domain.Acquaintance;
import school.chancery.orders.domain.Audience;
import school.chancery.orders.domain.DocumentBase.NewDocument;
import school.chancery.orders.domain.DocumentKind;

record DocumentForm(
        @NotNull @Nullable DocumentKind kind,
        @NotBlank @Size(max = 300) @Nullable String title,
        @Size(max = 60) @Nullable String number,
        @NotNull @Nullable LocalDate datedOn,
        @NotNull @Nullable UUID responsibleId,
        @NotNull @Nullable Audience audience,
        @Nullable UUID orderId,
        @Nullable MultipartFile file) {
    static DocumentForm from(LocalDate today) {
        return new DocumentForm(null, null, null, today, null, Audience.OFFICE, null, null);
    }

    /** Call on a form without faults only. */
    NewDocument toDocument(SignedIn me, Acquaintance responsible, Upload.Accepted accepted) {
        return new NewDocument(
                me.organizationId(),
                Objects.requireNonNull(kind),
                Objects.requireNonNull(title),
                number,
                Objects.requireNonNull(datedOn),
                responsible,
                Objects.requireNonNull(audience),
                orderId,
                accepted,
                me.accountId());
    }
}
