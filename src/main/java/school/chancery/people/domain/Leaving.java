package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import school.chancery.identity.Accounts;
import school.chancery.identity.Ground;
import school.chancery.identity.Roles;
import school.chancery.orders.Orders;
import school.chancery.organization.Organizations;
import school.chancery.people.EmployeeDismissed;
import school.chancery.people.Staff;

/** What ends with an employment, all in one transaction: the post, classes, subjects, roles, sessions, the account. */
@Component
class Leaving {
    private final JdbcClient jdbc;
    private final Staff staff;
    private final Accounts accounts;
    private final Roles roles;
    private final Orders orders;
    private final Organizations organizations;
    private final ApplicationEventPublisher events;

    Leaving(
            JdbcClient jdbc,
            Staff staff,
            Accounts accounts,
            Roles roles,
            Orders orders,
            Organizations organizations,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.accounts = accounts;
        this.roles = roles;
        this.orders = orders;
        this.organizations = organizations;
        this.events = events;
    }

    void leave(DismissalView dismissal, UUID orderId) {
        var member = staff.find(dismissal.staffId()).orElseThrow();
        end(dismissal, orderId);
        accounts.ofPerson(member.personId()).ifPresent(account -> withdraw(account.id(), dismissal, orderId));
        events.publishEvent(
                new EmployeeDismissed(member.id(), member.personId(), dismissal.organizationId(), dismissal.lastDay()));
    }

    private void end(DismissalView dismissal, UUID orderId) {
        jdbc.sql("update people.staff set dismissed_on = ?, dismissed_order_id = ?, dismissal_ground = ?,"
                        + " version = version + 1 where id = ?")
                .params(dismissal.lastDay(), orderId, dismissal.cause().name(), dismissal.staffId())
                .update();
        jdbc.sql("update people.class_teachers set to_on = greatest(:last, from_on - 1), end_order_id = :order,"
                        + " version = version + 1 where staff_id = :staff and coalesce(to_on, 'infinity') > :last")
                .param("last", dismissal.lastDay())
                .param("order", orderId)
                .param("staff", dismissal.staffId())
                .update();
        jdbc.sql("update people.teaching_assignments set to_on = greatest(:last, from_on - 1), version = version + 1"
                        + " where staff_id = :staff and coalesce(to_on, 'infinity') > :last")
                .param("last", dismissal.lastDay())
                .param("staff", dismissal.staffId())
                .update();
    }

    private void withdraw(UUID account, DismissalView dismissal, UUID orderId) {
        var lastDay = lastDayWithRights(dismissal);
        var ground = new Ground(Ground.Kind.ORDER, orderId, orders.reference(orderId));
        roles.endWork(account, dismissal.organizationId(), lastDay, ground);
        accounts.leave(account, lastDay);
    }

    // An order signed late takes the rights from now on: what was done meanwhile was done by right.
    private LocalDate lastDayWithRights(DismissalView dismissal) {
        var yesterday = organizations.today(dismissal.organizationId()).minusDays(1);
        return dismissal.lastDay().isBefore(yesterday) ? yesterday : dismissal.lastDay();
    }
}
