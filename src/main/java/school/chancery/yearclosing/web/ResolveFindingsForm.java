package school.chancery.yearclosing.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.yearclosing.process.FindingsDecision;

record ResolveFindingsForm(
        @NotNull @Nullable FindingsDecision decision,
        @Size(max = 1000) @Nullable String reason) {
    void check(Errors faults) {
        if (decision == FindingsDecision.ABANDON) Faults.requireReason(faults, "reason", reason);
    }
}
