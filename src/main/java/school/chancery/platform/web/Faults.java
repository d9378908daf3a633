package school.chancery.platform.web;

import java.util.List;
import org.springframework.validation.Errors;
import school.chancery.platform.domain.Refusal;

/** Brings the refusals of the domain to the fields they are about. */
final class Faults {
    private Faults() {}

    static void reject(Errors faults, List<Refusal> refusals) {
        refusals.forEach(refusal -> reject(faults, refusal));
    }

    static void reject(Errors faults, Refusal refusal) {
        if (refusal.field().isEmpty()) {
            faults.reject(refusal.code());
        } else {
            faults.rejectValue(refusal.field(), refusal.code());
        }
    }
}
