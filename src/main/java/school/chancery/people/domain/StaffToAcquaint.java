package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import school.chancery.orders.OrderDraft.PersonToAcquaint;
import school.chancery.orders.PersonDirectory;
import school.chancery.people.Staff;

/** Orders ask whom they can be shown to under signature. */
@Component
class StaffToAcquaint implements PersonDirectory {
    private final Staff staff;

    StaffToAcquaint(Staff staff) {
        this.staff = staff;
    }

    @Override
    public List<PersonToAcquaint> employed(UUID organizationId, LocalDate on) {
        return staff.employed(organizationId, on).stream()
                .map(member ->
                        new PersonToAcquaint(member.personId(), member.name().full(), member.position()))
                .toList();
    }
}
