package school.chancery.platform.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import school.chancery.orders.OrderDraft;
import school.chancery.orders.OrderDraftSource;
import school.chancery.orders.OrderKinds;

/** The order that relieves an administrator. */
@Component
class ReliefOrder implements OrderDraftSource {
    private final Reliefs reliefs;
    private final Appointments appointments;
    private final AdministratorOrders orders;

    ReliefOrder(Reliefs reliefs, Appointments appointments, AdministratorOrders orders) {
        this.reliefs = reliefs;
        this.appointments = appointments;
        this.orders = orders;
    }

    @Override
    public String processKey() {
        return "relieve-administrator";
    }

    @Override
    public OrderDraft draftFor(UUID reliefId) {
        var relief = reliefs.require(reliefId);
        var appointment = appointments.require(relief.appointmentId());
        var fields = orders.fields(appointment);
        fields.put("reason", relief.ground());
        return new OrderDraft(
                relief.organizationId(),
                OrderKinds.PLATFORM_ADMINISTRATOR_RELIEF,
                reliefId,
                fields,
                relief.effectiveOn(),
                orders.acquaint(appointment),
                List.of(),
                relief.proposedBy());
    }
}
