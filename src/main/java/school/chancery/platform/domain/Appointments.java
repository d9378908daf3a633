package school.chancery.platform.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.identity.Accounts;
import school.chancery.orders.OrderSummary;
import school.chancery.orders.Orders;
import school.chancery.organization.Organizations;
import school.chancery.people.Staff;
import school.chancery.platform.AdministratorAppointed;

/** Appointments of administrators (F004, F014): in force only by a registered order. */
@Service
@Transactional
public class Appointments {
    private final AppointmentRepository appointments;
    private final AdministratorRole role;
    private final Orders orders;
    private final Accounts accounts;
    private final Staff staff;
    private final Organizations organizations;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Appointments(
            AppointmentRepository appointments,
            AdministratorRole role,
            Orders orders,
            Accounts accounts,
            Staff staff,
            Organizations organizations,
            Audit audit,
            ApplicationEventPublisher events) {
        this.appointments = appointments;
        this.role = role;
        this.orders = orders;
        this.accounts = accounts;
        this.staff = staff;
        this.organizations = organizations;
        this.audit = audit;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<AppointmentView> find(UUID id) {
        return appointments.findById(id).map(Appointment::view);
    }

    /** @throws IllegalArgumentException when there is none that the actor sees */
    @Transactional(readOnly = true)
    public AppointmentView require(UUID id) {
        return entity(id).view();
    }

    /** In force, by date. */
    @Transactional(readOnly = true)
    public List<AppointmentView> active(UUID organizationId) {
        return appointments
                .findByOrganizationIdAndStateInOrderByEffectiveOn(organizationId, Set.of(AppointmentState.ACTIVE))
                .stream()
                .map(Appointment::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<AppointmentView> main(UUID organizationId, UUID platformId) {
        return active(organizationId).stream()
                .filter(one ->
                        one.kind() == AppointmentKind.MAIN && one.platformId().equals(platformId))
                .findFirst();
    }

    /**
     * Puts the appointment in force by a registered order; the replaced administrator loses the role the same moment.
     * Done already = no change.
     *
     * @return the account that now has the role; empty when the employee has left meanwhile, and nothing is changed
     */
    public Optional<UUID> grant(UUID id, UUID orderId) {
        var appointment = entity(id);
        var view = appointment.view();
        if (view.isActive()) return Optional.of(Objects.requireNonNull(view.accountId()));
        var from = from(view, orderId);
        if (!isEmployed(view, from)) return Optional.empty();
        var account = accounts.ofPerson(view.personId()).orElseThrow().id();
        // The predecessor first: the index on the one main administrator is checked statement by statement.
        if (view.replacesId() != null) end(view.replacesId(), orderId, from);
        appointment.grant(orderId, account, from);
        appointments.flush();
        role.give(account, view.organizationId(), from, orderId);
        record("platform.administrator-appointed", view, orderId);
        events.publishEvent(
                new AdministratorAppointed(id, view.organizationId(), view.platformId(), view.staffId(), orderId));
        return Optional.of(account);
    }

    private boolean isEmployed(AppointmentView view, LocalDate from) {
        var today = organizations.today(view.organizationId());
        return staff.find(view.staffId())
                .filter(member -> member.employedOn(from) && member.employedOn(today))
                .isPresent();
    }

    /** The order was rejected or the candidate declined: nothing comes of it. */
    public void drop(UUID id) {
        var appointment = entity(id);
        appointment.drop();
        audit.record(
                AuditEntry.of("platform.appointment-dropped", appointment.view().organizationId(), "appointment", id));
    }

    void end(UUID id, UUID orderId, LocalDate on) {
        var appointment = entity(id);
        if (!appointment.end(orderId, on)) return;
        appointments.flush();
        var view = appointment.view();
        role.take(view, on, orderId);
        record("platform.administrator-relieved", view, orderId);
    }

    private LocalDate from(AppointmentView view, UUID orderId) {
        var registered = orders.find(orderId)
                .filter(OrderSummary::isRegistered)
                .map(OrderSummary::registeredOn)
                .orElseThrow(() -> new IllegalStateException("order " + orderId + " is not registered"));
        return registered.isAfter(view.effectiveOn()) ? registered : view.effectiveOn();
    }

    private void record(String action, AppointmentView view, UUID orderId) {
        audit.record(AuditEntry.of(action, view.organizationId(), "appointment", view.id())
                .with("order", orderId.toString()));
    }

    private Appointment entity(UUID id) {
        return appointments.findById(id).orElseThrow(() -> new IllegalArgumentException("appointment " + id));
    }
}
