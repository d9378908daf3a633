package school.chancery.workflow.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import school.chancery.workflow.process.ResolveIncidentProcess.Resolution;

record ResolveIncidentForm(
        @NotNull @Nullable Resolution resolution,
        @NotBlank @Size(max = 2000) @Nullable String reason) {}
