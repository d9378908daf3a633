package school.chancery.people.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.orders.Orders;
import school.chancery.organization.Organizations;
import school.chancery.organization.Outcome;
import school.chancery.organization.Refusal;
import school.chancery.people.Staff;
import school.chancery.people.StaffMember;

/** Dismissal: proposed, then an order; with the end of the last day everything the employee had here ends. */
@Service
@Transactional
public class Dismissals {
    private final DismissalRows rows;
    private final Leaving leaving;
    private final Staff staff;
    private final Orders orders;
    private final Organizations organizations;
    private final Audit audit;
    private final Clock clock;

    Dismissals(
            DismissalRows rows,
            Leaving leaving,
            Staff staff,
            Orders orders,
            Organizations organizations,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.leaving = leaving;
        this.staff = staff;
        this.orders = orders;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DataIntegrityViolationException when the employee is being dismissed already */
    public Outcome propose(ProposedDismissal proposed) {
        var refusals = refusals(proposed);
        if (!refusals.isEmpty()) return new Outcome.Refused(refusals);
        var id = rows.insert(proposed, clock.instant());
        record("people.dismissal-proposed", proposed.organizationId(), id);
        return new Outcome.Done(id);
    }

    @Transactional(readOnly = true)
    public Optional<DismissalView> find(UUID id) {
        return rows.find(id);
    }

    @Transactional(readOnly = true)
    public DismissalView require(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("dismissal " + id));
    }

    /** The last day is over. Done already = no change. */
    public void carryOut(UUID id, UUID orderId) {
        var dismissal = require(id);
        if (!rows.done(id, orderId)) return;
        leaving.leave(dismissal, orderId);
        record("people.employee-dismissed", dismissal.organizationId(), id);
    }

    /** The order was rejected: everything stays as it was. */
    public void drop(UUID id) {
        if (rows.dropped(id)) record("people.dismissal-dropped", require(id).organizationId(), id);
    }

    /**
     * Taken back before the order is signed: its draft ends in the same transaction, so it cannot be signed any more.
     *
     * @return why not, empty when it is withdrawn
     */
    public Optional<Refusal> withdraw(UUID id, String ground, UUID by) {
        var dismissal = require(id);
        if (!orders.withdraw(id, ground)) return Optional.of(new Refusal("", "people.refused.order-signed"));
        if (!rows.withdrawn(id, ground, by)) return Optional.of(new Refusal("", "people.refused.settled"));
        record("people.dismissal-withdrawn", dismissal.organizationId(), id);
        return Optional.empty();
    }

    /** A draft that was made while the withdrawal was under way ends too. */
    public void endDraft(UUID id) {
        orders.withdraw(id, Optional.ofNullable(require(id).withdrawalGround()).orElseThrow());
    }

    private List<Refusal> refusals(ProposedDismissal proposed) {
        var refusals = new ArrayList<Refusal>();
        var today = organizations.today(proposed.organizationId());
        var member = staff.find(proposed.staffId())
                .filter(found -> found.organizationId().equals(proposed.organizationId()))
                .filter(found -> found.dismissedOn() == null);
        if (member.isEmpty()) refusals.add(new Refusal("staffId", "people.refused.not-employed"));
        else if (member.get().category() == StaffMember.Category.HEAD)
            refusals.add(new Refusal("staffId", "people.refused.head-by-founder"));
        else if (rows.isUnderWay(proposed.staffId()))
            refusals.add(new Refusal("staffId", "people.refused.dismissal-under-way"));
        if (proposed.lastDay().isBefore(today)) refusals.add(new Refusal("lastDay", "people.refused.last-day-past"));
        if (proposed.lastDay().isAfter(today.plusYears(1)))
            refusals.add(new Refusal("lastDay", "people.refused.last-day-far"));
        if (member.filter(found -> proposed.lastDay().isBefore(found.hiredOn())).isPresent())
            refusals.add(new Refusal("lastDay", "people.refused.before-hiring"));
        return refusals;
    }

    private void record(String action, UUID organizationId, UUID id) {
        audit.record(AuditEntry.of(action, organizationId, "dismissal", id));
    }
}
