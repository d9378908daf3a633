package school.chancery.yearclosing.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The reason that a finding needs. */
record ExplainForm(
        @NotNull @Nullable UUID findingId,
        @NotNull @Size(max = 500) @Nullable String explanation) {}
