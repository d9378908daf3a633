package school.chancery.exchange.web;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** @param formId made with the form: sending it twice is one import */
record UploadForm(@NotNull @Nullable UUID formId, @Nullable MultipartFile file) {
    static UploadForm fresh() {
        return new UploadForm(UUID.randomUUID(), null);
    }
}
