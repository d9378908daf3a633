package school.chancery.organization.web;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record ClassLinkForm(
        @NotNull @Nullable UUID fromClassId,
        @NotNull @Nullable UUID toClassId) {
    static final ClassLinkForm EMPTY = new ClassLinkForm(null, null);
}
