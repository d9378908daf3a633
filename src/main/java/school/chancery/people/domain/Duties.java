package school.chancery.people.domain;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.organization.Outcome;

/** Duties: proposed, then an order, then roles and classes for the dates it says. */
@Service
@Transactional
public class Duties {
    private final DutyRows rows;
    private final DutyRules rules;
    private final DutyEffects effects;
    private final Audit audit;
    private final Clock clock;

    Duties(DutyRows rows, DutyRules rules, DutyEffects effects, Audit audit, Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.effects = effects;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DataIntegrityViolationException when another allocation of classes is under way */
    public Outcome propose(ProposedDuty proposed) {
        var refusals = rules.refusals(proposed);
        if (!refusals.isEmpty()) return new Outcome.Refused(refusals);
        var id = rows.insert(proposed, clock.instant());
        record("people.duty-proposed", proposed, id);
        return new Outcome.Done(id);
    }

    @Transactional(readOnly = true)
    public Optional<DutyView> find(UUID id) {
        return rows.find(id);
    }

    @Transactional(readOnly = true)
    public DutyView require(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("duty " + id));
    }

    /** Puts the duty in force by a registered order. Done already = no change. */
    public void give(UUID id, UUID orderId) {
        var duty = require(id);
        if (!rows.done(id, orderId)) return;
        effects.of(duty.proposed(), orderId);
        record("people.duty-given", duty.proposed(), id);
    }

    /** The order was rejected: everything stays as it was. */
    public void drop(UUID id) {
        if (rows.dropped(id)) record("people.duty-dropped", require(id).proposed(), id);
    }

    private void record(String action, ProposedDuty duty, UUID id) {
        audit.record(AuditEntry.of(action, duty.organizationId(), "duty", id)
                .with("kind", duty.kind().name()));
    }
}
