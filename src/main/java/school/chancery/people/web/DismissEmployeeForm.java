package school.chancery.people.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.identity.SignedIn;
import school.chancery.people.domain.DismissalCause;
import school.chancery.people.domain.ProposedDismissal;

record DismissEmployeeForm(
        @NotNull @Nullable UUID staffId,
        @NotNull @Nullable DismissalCause cause,
        @NotNull @Nullable LocalDate lastDay,
        @NotBlank @Size(max = 500) @Nullable String ground) {

    /** Call on a form without faults only. */
    ProposedDismissal toProposal(SignedIn me) {
        return new ProposedDismissal(
                me.organizationId(),
                Objects.requireNonNull(staffId),
                Objects.requireNonNull(cause),
                Objects.requireNonNull(ground),
                Objects.requireNonNull(lastDay),
                me.accountId());
    }
}
