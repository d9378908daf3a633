package school.chancery.platform.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import school.chancery.platform.process.AppointAdministratorProcess.CandidateDecision;

record ConfirmCandidateForm(
        @NotNull @Nullable CandidateDecision decision,
        @NotBlank @Size(max = 1000) @Nullable String reason) {
    static final ConfirmCandidateForm EMPTY = new ConfirmCandidateForm(null, null);
}
