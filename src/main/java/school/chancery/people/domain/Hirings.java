package school.chancery.people.domain;

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
import school.chancery.organization.Outcome;
import school.chancery.organization.Refusal;
import school.chancery.organization.Subject;
import school.chancery.organization.Subjects;
import school.chancery.people.Staff;
import school.chancery.people.StaffMember;

/** Hiring: proposed, then an order, then an employee with an account and the roles of the post. */
@Service
@Transactional
public class Hirings {
    private final HiringRows rows;
    private final Employment employment;
    private final Staff staff;
    private final Subjects subjects;
    private final Organizations organizations;
    private final Audit audit;
    private final Clock clock;

    Hirings(
            HiringRows rows,
            Employment employment,
            Staff staff,
            Subjects subjects,
            Organizations organizations,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.employment = employment;
        this.staff = staff;
        this.subjects = subjects;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DataIntegrityViolationException when the same candidate is being hired already */
    public Outcome propose(ProposedHiring proposed) {
        var refusals = refusals(proposed);
        if (!refusals.isEmpty()) return new Outcome.Refused(refusals);
        var id = rows.insert(proposed, clock.instant());
        audit.record(AuditEntry.of("people.hiring-proposed", proposed.organizationId(), "hiring", id));
        return new Outcome.Done(id);
    }

    @Transactional(readOnly = true)
    public Optional<HiringView> find(UUID id) {
        return rows.find(id);
    }

    @Transactional(readOnly = true)
    public HiringView require(UUID id) {
        return rows.find(id).orElseThrow(() -> new IllegalArgumentException("hiring " + id));
    }

    /**
     * Enters the employee by a registered order. Done already = no change.
     *
     * @return whether an account was opened whose password has to be handed over
     */
    public boolean carryOut(UUID id, UUID orderId) {
        var hiring = require(id);
        if (hiring.state() == HiringView.State.DONE) return employment.awaitsPassword(hiring.personId());
        var entered = employment.enter(hiring, orderId);
        rows.settle(id, HiringView.State.DONE, orderId, entered.staffId());
        audit.record(AuditEntry.of("people.employee-hired", hiring.organizationId(), "staff", entered.staffId())
                .with("order", orderId.toString()));
        return entered.accountOpened();
    }

    /** The order was rejected: nothing is left of the candidate. */
    public void drop(UUID id) {
        rows.settle(id, HiringView.State.DROPPED, null, null);
        audit.record(AuditEntry.of("people.hiring-dropped", require(id).organizationId(), "hiring", id));
    }

    private List<Refusal> refusals(ProposedHiring proposed) {
        var refusals = new ArrayList<Refusal>();
        var today = organizations.today(proposed.organizationId());
        if (proposed.firstDay().isBefore(today.minusMonths(1)))
            refusals.add(new Refusal("firstDay", "people.refused.first-day-past"));
        if (proposed.firstDay().isAfter(today.plusYears(1)))
            refusals.add(new Refusal("firstDay", "people.refused.first-day-far"));
        if (proposed.candidate().bornOn().isAfter(proposed.firstDay().minusYears(14)))
            refusals.add(new Refusal("bornOn", "people.refused.too-young"));
        if (proposed.post().category() == StaffMember.Category.HEAD)
            refusals.add(new Refusal("category", "people.refused.head-by-founder"));
        if (worksHere(proposed)) refusals.add(new Refusal("family", "people.refused.works-here"));
        if (!taught(proposed.organizationId()).containsAll(proposed.post().subjects()))
            refusals.add(new Refusal("subjects", "people.refused.subject-unknown"));
        return refusals;
    }

    private boolean worksHere(ProposedHiring proposed) {
        return proposed.known()
                && worksThen(proposed.organizationId(), proposed.candidate().personId(), proposed.firstDay());
    }

    private boolean worksThen(UUID organizationId, UUID personId, LocalDate day) {
        return staff.ofPerson(organizationId, personId, day).isPresent()
                || staff.ofPerson(organizationId, personId, organizations.today(organizationId))
                        .filter(member -> member.dismissedOn() == null)
                        .isPresent();
    }

    private List<String> taught(UUID organizationId) {
        return subjects.of(organizationId).stream()
                .filter(Subject::active)
                .map(Subject::code)
                .toList();
    }
}
