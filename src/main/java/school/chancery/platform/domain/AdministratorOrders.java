package school.chancery.platform.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import school.chancery.orders.OrderDraft.PersonToAcquaint;
import school.chancery.organization.DocumentLanguage;
import school.chancery.people.Staff;
import school.chancery.people.StaffMember;

/** What the orders of appointment and of relief say of an administrator. */
@Component
class AdministratorOrders {

    private final Staff staff;
    private final Platforms platforms;
    private final MessageSource messages;

    AdministratorOrders(Staff staff, Platforms platforms, MessageSource messages) {
        this.staff = staff;
        this.platforms = platforms;
        this.messages = messages;
    }

    Map<String, String> fields(AppointmentView appointment) {
        var member = member(appointment);
        var fields = new HashMap<String, String>();
        fields.put("platform", platforms.require(appointment.platformId()).name());
        fields.put(
                "role",
                messages.getMessage("platform.order.role." + appointment.kind(), null, DocumentLanguage.RUSSIAN));
        fields.put("employeeName", member.name().full());
        fields.put("employeePosition", member.position());
        return fields;
    }

    List<PersonToAcquaint> acquaint(AppointmentView appointment) {
        var member = member(appointment);
        return List.of(new PersonToAcquaint(member.personId(), member.name().full(), member.position()));
    }

    StaffMember member(AppointmentView appointment) {
        return staff.find(appointment.staffId()).orElseThrow();
    }
}
