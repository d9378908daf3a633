package school.chancery.orders.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.validation.Errors;
import school.chancery.orders.domain.Refusal;

/** Tells a form's reader what the register refused, at the field where it can be mended. */
final class Faults {
    private Faults() {}

    /** @param field empty when no single field is to blame */
    static void tell(Refusal refusal, String field, Errors faults, HttpServletResponse response) {
        var key = "orders.refusal." + refusal;
        if (field.isEmpty()) {
            faults.reject(key, key);
        } else {
            faults.rejectValue(field, key, key);
        }
        if (refusal == Refusal.CHANGED_MEANWHILE) response.setStatus(HttpServletResponse.SC_CONFLICT);
    }
}
