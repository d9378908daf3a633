package school.chancery.yearclosing.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.journal.Debt;
import school.chancery.orders.OrderKinds;
import school.chancery.orders.Orders;
import school.chancery.organization.Organizations;
import school.chancery.people.Staff;
import school.chancery.people.StaffMember;
import school.chancery.people.TeachingAssignments;
import school.chancery.people.TeachingAssignments.TeachingAssignment;
import school.chancery.students.Enrollments;
import school.chancery.workflow.OpenTask;

/** What the forms of attempts offer to choose from: id → text. */
@Component
@Transactional(readOnly = true)
class DebtOffers {
    private static final int MOST_ORDERS = 500;

    private final Staff staff;
    private final TeachingAssignments assignments;
    private final Enrollments enrollments;
    private final Orders orders;
    private final Organizations organizations;

    DebtOffers(
            Staff staff,
            TeachingAssignments assignments,
            Enrollments enrollments,
            Orders orders,
            Organizations organizations) {
        this.staff = staff;
        this.assignments = assignments;
        this.enrollments = enrollments;
        this.orders = orders;
        this.organizations = organizations;
    }

    Map<UUID, String> examiners(UUID organizationId) {
        var names = new LinkedHashMap<UUID, String>();
        for (var each : staff.employed(organizationId, organizations.today(organizationId)))
            if (each.category() != StaffMember.Category.SUPPORT)
                names.put(each.id(), each.name().full() + ", " + each.position());
        return names;
    }

    boolean isOffered(OpenTask task, UUID staffId) {
        return examiners(organizations.requireByCode(task.organizationCode()).id())
                .containsKey(staffId);
    }

    /** Who teaches the subject in the pupil's class; null when nobody does. */
    @Nullable
    UUID teacher(Debt debt) {
        var today = organizations.today(debt.organizationId());
        return enrollments
                .of(debt.pupilId(), today)
                .flatMap(stay -> assignments.ofClass(stay.classId(), today).stream()
                        .filter(each -> each.subjectId().equals(debt.subjectId()))
                        .map(TeachingAssignment::staffId)
                        .findFirst())
                .orElse(null);
    }

    /** Registered orders that name a commission, the newest first. */
    Map<UUID, String> commissions(UUID organizationId) {
        var since = organizations.today(organizationId).minusYears(2);
        var names = new LinkedHashMap<UUID, String>();
        for (var each : orders.registered(organizationId, since, MOST_ORDERS))
            if (each.kind().equals(OrderKinds.DEBT_COMMISSION)) names.put(each.id(), orders.reference(each.id()));
        return names;
    }
}
