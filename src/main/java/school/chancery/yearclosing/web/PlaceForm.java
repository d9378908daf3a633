package school.chancery.yearclosing.web;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One pupil into one class of the next year. */
record PlaceForm(
        @NotNull @Nullable UUID pupilId, @NotNull @Nullable UUID classId) {}
