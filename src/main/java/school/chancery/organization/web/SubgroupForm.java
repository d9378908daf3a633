package school.chancery.organization.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param subjectId null for a division of the class as such */
record SubgroupForm(
        @NotNull @Nullable UUID classId,
        @Nullable UUID subjectId,
        @NotBlank @Size(max = 60) @Nullable String name) {
    static SubgroupForm of(@Nullable UUID classId) {
        return new SubgroupForm(classId, null, null);
    }
}
