package school.chancery.platform.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.organization.Organizations;

/** Relieving administrators of their duties. */
@Service
@Transactional
public class Reliefs {
    private final ReliefRepository reliefs;
    private final Appointments appointments;
    private final AppointmentRepository all;
    private final Organizations organizations;
    private final Audit audit;
    private final Clock clock;

    Reliefs(
            ReliefRepository reliefs,
            Appointments appointments,
            AppointmentRepository all,
            Organizations organizations,
            Audit audit,
            Clock clock) {
        this.reliefs = reliefs;
        this.appointments = appointments;
        this.all = all;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    public Answer propose(ProposedRelief proposed) {
        var refusals = refusals(proposed);
        if (!refusals.isEmpty()) return new Answer.Refused(refusals);
        return new Answer.Accepted(save(proposed));
    }

    /** The employee leaves: every appointment of theirs in force gets a relief, unless it has one under way. */
    public List<UUID> proposeForLeaver(UUID staffId, LocalDate lastDay, String ground, UUID by) {
        return all.findByStaffIdAndState(staffId, AppointmentState.ACTIVE).stream()
                .map(Appointment::view)
                .filter(view -> !isUnderWay(view.id()))
                .map(view -> save(new ProposedRelief(
                        view.organizationId(), view.id(), ReliefCause.DISMISSAL, ground, lastDay.plusDays(1), by)))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<ReliefView> find(UUID id) {
        return reliefs.findById(id).map(Relief::view);
    }

    @Transactional(readOnly = true)
    public ReliefView require(UUID id) {
        return entity(id).view();
    }

    /** Whether the appointment's end is being arranged already. */
    @Transactional(readOnly = true)
    public boolean isUnderWay(UUID appointmentId) {
        return reliefs.existsByAppointmentIdAndState(appointmentId, ReliefState.PROPOSED);
    }

    /**
     * Ends the appointment by a registered order. Done already = no change.
     *
     * @return whether the organization is now without a main administrator on that platform
     */
    public boolean carryOut(UUID id, UUID orderId) {
        var relief = entity(id);
        var view = relief.view();
        relief.carryOut(orderId);
        var appointment = appointments.require(view.appointmentId());
        appointments.end(appointment.id(), orderId, firstDayWithout(view, appointment));
        return appointments
                .main(appointment.organizationId(), appointment.platformId())
                .isEmpty();
    }

    /** The order was rejected: everything stays as it was. */
    public void drop(UUID id) {
        var relief = entity(id);
        relief.drop();
        audit.record(AuditEntry.of("platform.relief-dropped", relief.view().organizationId(), "relief", id));
    }

    private UUID save(ProposedRelief proposed) {
        var id = reliefs.saveAndFlush(new Relief(proposed, clock.instant()))
                .view()
                .id();
        audit.record(AuditEntry.of("platform.relief-proposed", proposed.organizationId(), "relief", id));
        return id;
    }

    private List<Refusal> refusals(ProposedRelief proposed) {
        var refusals = new ArrayList<Refusal>();
        var appointment = appointments
                .find(proposed.appointmentId())
                .filter(found -> found.organizationId().equals(proposed.organizationId()) && found.isActive());
        if (appointment.isEmpty()) {
            refusals.add(new Refusal("appointmentId", "platform.refused.not-administrator"));
        } else if (isUnderWay(proposed.appointmentId())) {
            refusals.add(new Refusal("appointmentId", "platform.refused.relief-under-way"));
        }
        var today = organizations.today(proposed.organizationId());
        if (proposed.effectiveOn().isBefore(today)) {
            refusals.add(new Refusal("effectiveOn", "platform.refused.date-past"));
        } else if (proposed.effectiveOn().isAfter(today.plusYears(1))) {
            refusals.add(new Refusal("effectiveOn", "platform.refused.date-far"));
        }
        return refusals;
    }

    // An order signed late takes the role away from now on, not for days already lived through.
    private LocalDate firstDayWithout(ReliefView relief, AppointmentView appointment) {
        var today = organizations.today(relief.organizationId());
        var on = relief.effectiveOn().isBefore(today) ? today : relief.effectiveOn();
        var granted = appointment.grantedOn();
        return granted != null && on.isBefore(granted) ? granted : on;
    }

    private Relief entity(UUID id) {
        return reliefs.findById(id).orElseThrow(() -> new IllegalArgumentException("relief " + id));
    }
}
