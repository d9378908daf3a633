package school.chancery.platform.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.identity.SignedIn;
import school.chancery.platform.domain.ProposedRelief;
import school.chancery.platform.domain.ReliefCause;

record RelieveAdministratorForm(
        @NotNull @Nullable UUID appointmentId,
        @NotNull @Nullable LocalDate effectiveOn,
        @NotBlank @Size(max = 500) @Nullable String ground) {

    /** Call on a form without faults only. */
    ProposedRelief toProposal(SignedIn me) {
        return new ProposedRelief(
                me.organizationId(),
                Objects.requireNonNull(appointmentId),
                ReliefCause.DECISION,
                Objects.requireNonNull(ground),
                Objects.requireNonNull(effectiveOn),
                me.accountId());
    }
}
