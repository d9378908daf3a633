package school.chancery.platform.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.identity.SignedIn;
import school.chancery.platform.domain.AppointmentKind;
import school.chancery.platform.domain.ProposedAppointment;

record AppointAdministratorForm(
        @NotNull @Nullable UUID platformId,
        @NotNull @Nullable UUID staffId,
        @NotNull @Nullable AppointmentKind kind,
        @Nullable Boolean joined,
        @NotNull @Nullable LocalDate effectiveOn,
        @NotBlank @Size(max = 500) @Nullable String ground,
        @Nullable UUID replacesId) {

    /** Call on a form without faults only. */
    ProposedAppointment toProposal(SignedIn me) {
        return new ProposedAppointment(
                me.organizationId(),
                Objects.requireNonNull(platformId),
                Objects.requireNonNull(staffId),
                Objects.requireNonNull(kind),
                hasJoined(),
                Objects.requireNonNull(effectiveOn),
                Objects.requireNonNull(ground),
                replacesId,
                me.accountId());
    }

    boolean hasJoined() {
        return Boolean.TRUE.equals(joined);
    }
}
