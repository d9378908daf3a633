package school.chancery.yearclosing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.yearclosing.domain.Refusal;

/** Brings the refusals of the domain to the fields they are about; what the form has no field for stands above it. */
final class Faults {
    private Faults() {}

    static void reject(Errors faults, List<Refusal> refusals) {
        refusals.forEach(refusal -> reject(faults, refusal));
    }

    static void reject(Errors faults, Refusal refusal) {
        if (refusal.field().isEmpty() || faults.getFieldType(refusal.field()) == null) {
            faults.reject(refusal.code());
        } else {
            faults.rejectValue(refusal.field(), refusal.code());
        }
    }

    /** The written reason that every decision but the happy one needs. */
    static void requireReason(Errors faults, String field, @Nullable String reason) {
        if (reason == null && !faults.hasFieldErrors(field))
            faults.rejectValue(field, "yearclosing.refused.reason-missing");
    }
}
