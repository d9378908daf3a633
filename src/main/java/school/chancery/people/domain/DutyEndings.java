package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.identity.Ground;
import school.chancery.identity.Roles;
import school.chancery.orders.OrderSummary;
import school.chancery.orders.Orders;
import school.chancery.organization.Organizations;
import school.chancery.organization.Refusal;

/** Ends a duty before its date, with all that its order gave: roles the same moment, and tasks taken by them. */
@Service
@Transactional
public class DutyEndings {
    private static final int OFFERED = 50;

    private final Duties duties;
    private final DutyRows rows;
    private final Roles roles;
    private final Orders orders;
    private final Organizations organizations;
    private final Audit audit;

    DutyEndings(Duties duties, DutyRows rows, Roles roles, Orders orders, Organizations organizations, Audit audit) {
        this.duties = duties;
        this.rows = rows;
        this.roles = roles;
        this.orders = orders;
        this.organizations = organizations;
        this.audit = audit;
    }

    /** Orders that may have ended it: those registered since it began. */
    @Transactional(readOnly = true)
    public List<OrderSummary> orders(DutyView duty) {
        var proposed = duty.proposed();
        return orders.registered(proposed.organizationId(), proposed.from().minusMonths(1), OFFERED).stream()
                .filter(order -> !order.id().equals(duty.orderId()))
                .toList();
    }

    /** Why not; empty when it has ended. */
    public List<Refusal> end(UUID id, EndedDuty ended) {
        var duty = duties.require(id);
        var refusals = refusals(duty, ended);
        if (!refusals.isEmpty()) return refusals;
        var ground = ground(ended);
        if (!rows.ended(id, ended, ground.text())) return List.of(new Refusal("", "people.refused.settled"));
        var organization = duty.proposed().organizationId();
        roles.endGivenBy(Objects.requireNonNull(duty.orderId()), organization, ended.lastDay(), ground);
        audit.record(AuditEntry.of("people.duty-ended", organization, "duty", id)
                .with("lastDay", ended.lastDay().toString()));
        return List.of();
    }

    private Ground ground(EndedDuty ended) {
        return ended.orderId() != null
                ? new Ground(Ground.Kind.ORDER, ended.orderId(), orders.reference(ended.orderId()))
                : new Ground(Ground.Kind.DOCUMENT, null, Objects.requireNonNull(ended.document()));
    }

    private List<Refusal> refusals(DutyView duty, EndedDuty ended) {
        var refusals = new ArrayList<Refusal>();
        var today = organizations.today(duty.proposed().organizationId());
        if (!duty.mayEnd(today)) refusals.add(new Refusal("", "people.refused.settled"));
        dates(duty.proposed(), ended.lastDay(), today, refusals);
        if (ended.orderId() == null && ended.document() == null)
            refusals.add(new Refusal("orderId", "people.refused.no-end-ground"));
        if (ended.orderId() != null && !isOrderOf(duty, ended.orderId()))
            refusals.add(new Refusal("orderId", "people.refused.order-unknown"));
        return refusals;
    }

    // Yesterday is as far back as it goes: what was done meanwhile was done by right.
    private static void dates(ProposedDuty duty, LocalDate lastDay, LocalDate today, List<Refusal> refusals) {
        if (lastDay.isBefore(today.minusDays(1)) || lastDay.isBefore(duty.from().minusDays(1)))
            refusals.add(new Refusal("lastDay", "people.refused.last-day-past"));
        if (duty.to() != null && !lastDay.isBefore(duty.to()))
            refusals.add(new Refusal("lastDay", "people.refused.ends-then-anyway"));
        if (lastDay.isAfter(today.plusYears(1))) refusals.add(new Refusal("lastDay", "people.refused.last-day-far"));
    }

    private boolean isOrderOf(DutyView duty, UUID orderId) {
        return orders.find(orderId)
                .filter(OrderSummary::isRegistered)
                .filter(order -> order.organizationId().equals(duty.proposed().organizationId()))
                .filter(order -> !orderId.equals(duty.orderId()))
                .isPresent();
    }
}
