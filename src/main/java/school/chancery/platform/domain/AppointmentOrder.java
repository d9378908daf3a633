package school.chancery.platform.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import school.chancery.orders.OrderDraft;
import school.chancery.orders.OrderDraft.PersonToAcquaint;
import school.chancery.orders.OrderDraftSource;
import school.chancery.orders.OrderKinds;

/** The order that appoints (F004, F141); the functional duties are annexed by its kind (F003). */
@Component
class AppointmentOrder implements OrderDraftSource {
    private final Appointments appointments;
    private final AdministratorOrders orders;

    AppointmentOrder(Appointments appointments, AdministratorOrders orders) {
        this.appointments = appointments;
        this.orders = orders;
    }

    @Override
    public String processKey() {
        return "appoint-administrator";
    }

    @Override
    public OrderDraft draftFor(UUID appointmentId) {
        var appointment = appointments.require(appointmentId);
        return new OrderDraft(
                appointment.organizationId(),
                OrderKinds.PLATFORM_ADMINISTRATOR_APPOINTMENT,
                appointmentId,
                fields(appointment),
                appointment.effectiveOn(),
                acquaint(appointment),
                List.of(),
                appointment.proposedBy());
    }

    private Map<String, String> fields(AppointmentView appointment) {
        var fields = orders.fields(appointment);
        fields.put("ground", appointment.ground());
        if (appointment.replacesId() != null) {
            var replaced = orders.member(appointments.require(appointment.replacesId()));
            fields.put("replacedName", replaced.name().full());
            fields.put("replacedPosition", replaced.position());
        }
        return fields;
    }

    // Whoever is replaced is relieved by the same order, so must know of it too.
    private List<PersonToAcquaint> acquaint(AppointmentView appointment) {
        var persons = new ArrayList<>(orders.acquaint(appointment));
        if (appointment.replacesId() != null) {
            persons.addAll(orders.acquaint(appointments.require(appointment.replacesId())));
        }
        return persons;
    }
}
