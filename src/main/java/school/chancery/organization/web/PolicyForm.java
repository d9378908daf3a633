package school.chancery.organization.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.organization.PolicyKey;
import school.chancery.organization.domain.SettledPolicy;

record PolicyForm(
        @NotBlank @Size(max = 100) @Nullable String value,
        @NotBlank @Size(max = 300) @Nullable String basis) {
    static PolicyForm of(SettledPolicy policy) {
        return new PolicyForm(policy.value(), policy.isOwn() ? policy.basis() : null);
    }

    /** The question's own words say what may be answered. */
    void check(PolicyKey key, Errors faults) {
        if (value != null && !faults.hasFieldErrors("value") && !key.allows(value))
            faults.rejectValue("value", key.text() + ".allowed");
    }

    String checkedValue() {
        return Objects.requireNonNull(value);
    }
}
