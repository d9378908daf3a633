package school.chancery.yearclosing.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.yearclosing.domain.StalePlans.Revision;

/** @param classes those whose outcomes are looked at again */
record ResolveStalePlanForm(
        @NotNull @Nullable Revision revision,
        @Nullable Set<UUID> classes,
        @NotNull @Size(max = 1000) @Nullable String reason) {
    void check(Errors faults) {
        if (revision == Revision.CLASSES && chosen().isEmpty() && !faults.hasFieldErrors("classes"))
            faults.rejectValue("classes", "yearclosing.refused.no-class");
    }

    Set<UUID> chosen() {
        return Objects.requireNonNullElse(classes, Set.of());
    }
}
