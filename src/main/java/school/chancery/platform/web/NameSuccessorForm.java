package school.chancery.platform.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.identity.SignedIn;
import school.chancery.platform.domain.AppointmentKind;
import school.chancery.platform.domain.AppointmentView;
import school.chancery.platform.domain.ProposedAppointment;

record NameSuccessorForm(
        @NotNull @Nullable Decision decision,
        @Nullable UUID staffId,
        @Nullable LocalDate effectiveOn,
        @Size(max = 500) @Nullable String ground,
        @Size(max = 1000) @Nullable String reason) {
    enum Decision {
        APPOINT,
        POSTPONE
    }

    void check(Errors faults) {
        if (decision == Decision.POSTPONE) {
            require(faults, "reason", reason, "platform.refused.reason");
        } else if (decision == Decision.APPOINT) {
            require(faults, "staffId", staffId, "platform.refused.missing");
            require(faults, "effectiveOn", effectiveOn, "platform.refused.missing");
            require(faults, "ground", ground, "platform.refused.missing");
        }
    }

    /** The successor of {@code former} as the main administrator. Call on a checked form only. */
    ProposedAppointment toProposal(AppointmentView former, SignedIn me) {
        return new ProposedAppointment(
                former.organizationId(),
                former.platformId(),
                Objects.requireNonNull(staffId),
                AppointmentKind.MAIN,
                false,
                Objects.requireNonNull(effectiveOn),
                Objects.requireNonNull(ground),
                null,
                me.accountId());
    }

    private static void require(Errors faults, String field, @Nullable Object value, String code) {
        if (value == null && !faults.hasFieldErrors(field)) faults.rejectValue(field, code);
    }
}
