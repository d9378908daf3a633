package school.chancery.people.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.people.domain.EndedDuty;

record EndDutyForm(
        @NotNull @Nullable LocalDate lastDay,
        @Nullable UUID orderId,
        @Size(max = 500) @Nullable String document) {
    /** Without an order only the head ends what an order gave. */
    void check(Errors faults, SignedIn me) {
        if (document != null && orderId == null && !me.has(Role.DIRECTOR))
            faults.rejectValue("document", "people.refused.paper-by-director");
    }

    /** Call on a form without faults only. */
    EndedDuty toEnding(SignedIn me) {
        return new EndedDuty(Objects.requireNonNull(lastDay), orderId, document, me.accountId());
    }
}
