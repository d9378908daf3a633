package school.chancery.platform.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.platform.domain.AppointmentKind;
import school.chancery.platform.domain.AppointmentState;
import school.chancery.platform.domain.Warning;

/** An appointment as forms and pages of its own organization show it. */
public record AppointmentCard(
        UUID id,
        String platform,
        String employee,
        String position,
        AppointmentKind kind,
        AppointmentState state,
        LocalDate effectiveOn,
        String ground,
        @Nullable String replaced,
        List<Warning> warnings,
        @Nullable UUID orderId,
        @Nullable String order,
        @Nullable LocalDate grantedOn,
        @Nullable LocalDate endedOn) {}
