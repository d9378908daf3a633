package school.chancery.yearclosing.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.yearclosing.process.PlanDecision;

/** @param hash of the plan that was shown */
record PlanForm(
        @NotNull @Nullable PlanDecision decision,
        @Size(max = 1000) @Nullable String remark,
        @NotNull @Size(max = 128) @Nullable String hash) {
    void check(Errors faults) {
        if (decision == PlanDecision.RETURN) Faults.requireReason(faults, "remark", remark);
    }
}
