package school.chancery.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.orders.Orders;
import school.chancery.people.Staff;
import school.chancery.people.StaffMember;
import school.chancery.platform.domain.AppointmentView;
import school.chancery.platform.domain.Appointments;
import school.chancery.platform.domain.Platforms;
import school.chancery.platform.domain.Warnings;

@Component
class AppointmentCards {
    private final Appointments appointments;
    private final Warnings warnings;
    private final Platforms platforms;
    private final Staff staff;
    private final Orders orders;

    AppointmentCards(Appointments appointments, Warnings warnings, Platforms platforms, Staff staff, Orders orders) {
        this.appointments = appointments;
        this.warnings = warnings;
        this.platforms = platforms;
        this.staff = staff;
        this.orders = orders;
    }

    @Transactional(readOnly = true)
    public AppointmentCard of(AppointmentView appointment) {
        var member = member(appointment);
        return new AppointmentCard(
                appointment.id(),
                platforms.require(appointment.platformId()).name(),
                member.name().full(),
                member.position(),
                appointment.kind(),
                appointment.state(),
                appointment.effectiveOn(),
                appointment.ground(),
                replaced(appointment),
                List.copyOf(warnings.of(appointment.id())),
                appointment.orderId(),
                appointment.orderId() == null ? null : orders.reference(appointment.orderId()),
                appointment.grantedOn(),
                appointment.endedOn());
    }

    private @Nullable String replaced(AppointmentView appointment) {
        var id = appointment.replacesId();
        return id == null ? null : member(appointments.require(id)).name().full();
    }

    private StaffMember member(AppointmentView appointment) {
        return staff.find(appointment.staffId()).orElseThrow();
    }
}
