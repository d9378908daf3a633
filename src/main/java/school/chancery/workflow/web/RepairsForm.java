package school.chancery.workflow.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.workflow.domain.Repairs;

record RepairsForm(
        @NotNull @Nullable UUID organizationId,

        @NotNull @Min(5) @Max(Repairs.LONGEST_MINUTES) @Nullable
        Integer minutes,

        @NotBlank @Size(min = 10, max = 500) @Nullable String reason) {
    static final RepairsForm EMPTY = new RepairsForm(null, 30, null);

    void check(Set<UUID> known, Errors faults) {
        if (organizationId != null && !known.contains(organizationId))
            faults.rejectValue("organizationId", "workflow.repairs.organization.unknown");
    }

    UUID checkedOrganization() {
        return Objects.requireNonNull(organizationId);
    }

    Duration length() {
        return Duration.ofMinutes(Objects.requireNonNull(minutes));
    }
}
