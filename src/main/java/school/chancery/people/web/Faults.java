package school.chancery.people.web;

import java.util.List;
import org.springframework.validation.Errors;
import school.chancery.organization.Refusal;

/** Brings the refusals of the domain to the fields they are about. */
final class Faults {
    private Faults() {}

    static void reject(Errors faults, List<Refusal> refusals) {
        for (var refusal : refusals) {
            if (refusal.field().isEmpty()) faults.reject(refusal.code());
            else faults.rejectValue(refusal.field(), refusal.code());
        }
    }
}
