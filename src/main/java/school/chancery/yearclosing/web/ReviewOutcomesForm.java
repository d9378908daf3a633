package school.chancery.yearclosing.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.yearclosing.process.ReviewDecision;

record ReviewOutcomesForm(
        @NotNull @Nullable ReviewDecision decision,
        @Size(max = 1000) @Nullable String remark) {
    void check(Errors faults) {
        if (decision == ReviewDecision.RETURN) Faults.requireReason(faults, "remark", remark);
    }
}
