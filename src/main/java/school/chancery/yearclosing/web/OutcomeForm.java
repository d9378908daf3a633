package school.chancery.yearclosing.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.yearclosing.domain.YearOutcome;

/** One row of the page of a class, sent as soon as it is left. */
record OutcomeForm(
        @NotNull @Nullable UUID pupilId,
        @NotNull @Nullable YearOutcome outcome,
        @Size(max = 500) @Nullable String reason) {}
