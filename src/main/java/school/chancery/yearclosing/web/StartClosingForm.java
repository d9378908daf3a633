package school.chancery.yearclosing.web;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record StartClosingForm(@NotNull @Nullable UUID schoolYearId) {}
