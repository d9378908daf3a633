package school.chancery.platform.domain;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import school.chancery.identity.Ground;
import school.chancery.identity.Role;
import school.chancery.identity.RoleGrant;
import school.chancery.identity.Roles;
import school.chancery.orders.Orders;

/** The role behind an appointment. It is one per organization, whatever the number of platforms administered. */
@Component
class AdministratorRole {
    private final Roles roles;
    private final Orders orders;
    private final AppointmentRepository appointments;

    AdministratorRole(Roles roles, Orders orders, AppointmentRepository appointments) {
        this.roles = roles;
        this.orders = orders;
        this.appointments = appointments;
    }

    /** Who has it by another appointment keeps it by that ground. */
    void give(UUID accountId, UUID organizationId, LocalDate from, UUID orderId) {
        if (roles.has(accountId, organizationId, Role.PLATFORM_ADMINISTRATOR, from)) return;
        roles.grant(new RoleGrant(
                accountId, organizationId, Role.PLATFORM_ADMINISTRATOR, from, null, ground(orderId), null));
    }

    /** Ends the role at once, unless another appointment in force still carries it. */
    void take(AppointmentView ended, LocalDate firstDayWithout, UUID orderId) {
        if (!carriedByAnother(ended)) {
            roles.end(
                    Objects.requireNonNull(ended.accountId()),
                    ended.organizationId(),
                    Role.PLATFORM_ADMINISTRATOR,
                    firstDayWithout.minusDays(1),
                    ground(orderId));
        }
    }

    private boolean carriedByAnother(AppointmentView ended) {
        return appointments
                .findByOrganizationIdAndStateInOrderByEffectiveOn(
                        ended.organizationId(), Set.of(AppointmentState.ACTIVE))
                .stream()
                .map(Appointment::view)
                .anyMatch(other ->
                        other.personId().equals(ended.personId()) && !other.id().equals(ended.id()));
    }

    private Ground ground(UUID orderId) {
        return new Ground(Ground.Kind.ORDER, orderId, orders.reference(orderId));
    }
}
