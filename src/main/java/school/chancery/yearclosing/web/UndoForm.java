package school.chancery.yearclosing.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record UndoForm(@NotNull @Size(max = 1000) @Nullable String reason) {}
