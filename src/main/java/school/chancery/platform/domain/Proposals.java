package school.chancery.platform.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.identity.Accounts;
import school.chancery.organization.Organizations;
import school.chancery.people.Staff;

/** Proposing an administrator: what must hold, and what the criteria advise. */
@Service
@Transactional
public class Proposals {
    private final AppointmentRepository appointments;
    private final Platforms platforms;
    private final Staff staff;
    private final Accounts accounts;
    private final Organizations organizations;
    private final Advice advice;
    private final Audit audit;
    private final Clock clock;

    Proposals(
            AppointmentRepository appointments,
            Platforms platforms,
            Staff staff,
            Accounts accounts,
            Organizations organizations,
            Advice advice,
            Audit audit,
            Clock clock) {
        this.appointments = appointments;
        this.platforms = platforms;
        this.staff = staff;
        this.accounts = accounts;
        this.organizations = organizations;
        this.advice = advice;
        this.audit = audit;
        this.clock = clock;
    }

    public Answer propose(ProposedAppointment proposed) {
        var refusals = refusals(proposed);
        if (!refusals.isEmpty()) return new Answer.Refused(refusals);
        var person = staff.find(proposed.staffId()).orElseThrow().personId();
        var appointment = appointments.saveAndFlush(new Appointment(proposed, person, clock.instant()));
        var id = appointment.view().id();
        audit.record(AuditEntry.of("platform.administrator-proposed", proposed.organizationId(), "appointment", id));
        return new Answer.Accepted(id);
    }

    /** What the criteria say of an employee before anything is proposed; empty for an unknown one. */
    @Transactional(readOnly = true)
    public Set<Warning> advice(UUID organizationId, UUID staffId, AppointmentKind kind, boolean joined) {
        return staff.find(staffId)
                .filter(member -> member.organizationId().equals(organizationId))
                .map(member -> advice.on(member, kind, joined))
                .orElse(Set.of());
    }

    private List<Refusal> refusals(ProposedAppointment proposed) {
        var refusals = new ArrayList<Refusal>();
        if (platforms.find(proposed.platformId()).isEmpty()) {
            refusals.add(new Refusal("platformId", "platform.refused.unknown-platform"));
        }
        checkDate(proposed, refusals);
        checkEmployee(proposed, refusals);
        checkOthers(proposed, refusals);
        return refusals;
    }

    private void checkDate(ProposedAppointment proposed, List<Refusal> refusals) {
        var today = organizations.today(proposed.organizationId());
        if (proposed.effectiveOn().isBefore(today)) {
            refusals.add(new Refusal("effectiveOn", "platform.refused.date-past"));
        } else if (proposed.effectiveOn().isAfter(today.plusYears(1))) {
            refusals.add(new Refusal("effectiveOn", "platform.refused.date-far"));
        }
    }

    private void checkEmployee(ProposedAppointment proposed, List<Refusal> refusals) {
        var member = staff.find(proposed.staffId())
                .filter(found -> found.organizationId().equals(proposed.organizationId()));
        if (member.isEmpty() || !member.get().employedOn(proposed.effectiveOn())) {
            refusals.add(new Refusal("staffId", "platform.refused.not-employed"));
        } else if (accounts.ofPerson(member.get().personId()).isEmpty()) {
            refusals.add(new Refusal("staffId", "platform.refused.no-account"));
        }
    }

    private void checkOthers(ProposedAppointment proposed, List<Refusal> refusals) {
        var others = standing(proposed);
        if (others.stream().anyMatch(other -> other.staffId().equals(proposed.staffId()))) {
            refusals.add(new Refusal("staffId", "platform.refused.already-administrator"));
        }
        if (proposed.kind() == AppointmentKind.MAIN) {
            checkMain(proposed, others, refusals);
        } else if (proposed.replacesId() != null) {
            refusals.add(new Refusal("replacesId", "platform.refused.additional-replaces"));
        }
    }

    private static void checkMain(ProposedAppointment proposed, List<AppointmentView> others, List<Refusal> refusals) {
        var mains = others.stream()
                .filter(other -> other.kind() == AppointmentKind.MAIN)
                .toList();
        if (mains.stream().anyMatch(main -> !main.isActive())) {
            refusals.add(new Refusal("kind", "platform.refused.main-proposed"));
        }
        var active = mains.stream()
                .filter(AppointmentView::isActive)
                .map(AppointmentView::id)
                .findFirst();
        if (active.isPresent() && proposed.replacesId() == null) {
            refusals.add(new Refusal("replacesId", "platform.refused.main-exists"));
        } else if (proposed.replacesId() != null && !proposed.replacesId().equals(active.orElse(null))) {
            refusals.add(new Refusal("replacesId", "platform.refused.not-main"));
        }
    }

    private List<AppointmentView> standing(ProposedAppointment proposed) {
        return appointments
                .findByOrganizationIdAndStateInOrderByEffectiveOn(
                        proposed.organizationId(), Set.of(AppointmentState.PROPOSED, AppointmentState.ACTIVE))
                .stream()
                .map(Appointment::view)
                .filter(other -> other.platformId().equals(proposed.platformId()))
                .toList();
    }
}
