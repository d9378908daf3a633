package school.chancery.students.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.students.domain.Refusal;

/** Brings the refusals of the domain to the fields they are about; what the form has no field for stands above it. */
final class Faults {
    private Faults() {}

    static void reject(Errors faults, List<Refusal> refusals) {
        refusals.forEach(refusal -> reject(faults, refusal));
    }

    static void reject(Errors faults, Refusal refusal) {
        if (refusal.field().isEmpty() || faults.getFieldType(refusal.field()) == null) {
            faults.reject(refusal.code(), refusal.arguments().toArray(), null);
        } else {
            faults.rejectValue(
                    refusal.field(), refusal.code(), refusal.arguments().toArray(), null);
        }
    }

    /** A field that only some answers need. */
    static void require(Errors faults, String field, @Nullable Object value) {
        if (value == null && !faults.hasFieldErrors(field)) faults.rejectValue(field, "students.refused.missing");
    }
}
