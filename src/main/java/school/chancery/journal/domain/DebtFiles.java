package school.chancery.journal.domain;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.journal.AttemptAnswer;
import school.chancery.journal.AttemptAnswer.Reason;
import school.chancery.journal.AttemptResult;
import school.chancery.journal.Debt;
import school.chancery.journal.DebtAttempt;
import school.chancery.journal.DebtAttempts;
import school.chancery.journal.DebtPause;
import school.chancery.journal.DebtPauses;
import school.chancery.orders.OrderSummary;
import school.chancery.orders.Orders;
import school.chancery.organization.Organizations;

/** The attempts of debts: asked of the {@link DebtFile}, written under the lock of the debt. */
@Service
@Transactional
class DebtFiles implements DebtAttempts {
    private final JdbcClient jdbc;
    private final DebtPauses pauses;
    private final Orders orders;
    private final Organizations organizations;
    private final Audit audit;

    DebtFiles(JdbcClient jdbc, DebtPauses pauses, Orders orders, Organizations organizations, Audit audit) {
        this.jdbc = jdbc;
        this.pauses = pauses;
        this.orders = orders;
        this.organizations = organizations;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public List<DebtAttempt> of(UUID debtId) {
        return jdbc.sql("select number, scheduled_on, commission_order_id, examiner_id, held_on, value as result"
                        + " from journal.debt_attempts where debt_id = :debt order by number")
                .param("debt", debtId)
                .query(DebtAttempt.class)
                .list();
    }

    @Override
    public AttemptAnswer schedule(
            UUID debtId, LocalDate on, @Nullable UUID commissionOrderId, @Nullable UUID examinerId) {
        var file = file(debtId);
        var refused = file.whyNotScheduled(on, commissionOrderId != null).or(() -> unregistered(commissionOrderId));
        if (refused.isPresent()) return new AttemptAnswer.Refused(refused.get());
        var number = file.next();
        var changed = jdbc.sql("""
                        insert into journal.debt_attempts as a (debt_id, number, organization_id, scheduled_on, commission_order_id,
                            examiner_id)
                        values (:debt, :number, :organization, :on, :order, :examiner)
                        on conflict (debt_id, number) do update set scheduled_on = excluded.scheduled_on,
                            commission_order_id = excluded.commission_order_id, examiner_id = excluded.examiner_id,
                            version = a.version + 1
                            where (a.scheduled_on, a.commission_order_id, a.examiner_id) is distinct from
                                (excluded.scheduled_on, excluded.commission_order_id, excluded.examiner_id)
                        """)
                .param("debt", debtId)
                .param("number", number)
                .param("organization", file.debt().organizationId())
                .param("on", on)
                .param("order", number == 2 ? commissionOrderId : null, Types.OTHER)
                .param("examiner", examinerId, Types.OTHER)
                .update();
        if (changed > 0) record("journal.debt-attempt-scheduled", file.debt(), number);
        return new AttemptAnswer.Scheduled(number);
    }

    @Override
    public AttemptAnswer record(UUID debtId, LocalDate heldOn, AttemptResult result) {
        var file = file(debtId);
        var refused =
                file.whyNotRecorded(heldOn, organizations.today(file.debt().organizationId()));
        if (refused.isPresent()) return new AttemptAnswer.Refused(refused.get());
        var state = file.after(result);
        // Not counted: the attempt stays the one that lies ahead, and the day it was missed on is in the audit.
        if (result.counts()) write(file, heldOn, result, state);
        record("journal.debt-attempt-recorded", file.debt(), file.next());
        return new AttemptAnswer.Recorded(state, !result.counts());
    }

    private void write(DebtFile file, LocalDate heldOn, AttemptResult result, Debt.State state) {
        jdbc.sql("update journal.debt_attempts set held_on = ?, value = ?, version = version + 1"
                        + " where debt_id = ? and number = ?")
                .params(heldOn, result.name(), file.debt().id(), file.next())
                .update();
        if (state == Debt.State.OPEN) return;
        jdbc.sql("update journal.debts set state = ?, ended_on = ?, version = version + 1 where id = ?")
                .params(state.name(), heldOn, file.debt().id())
                .update();
    }

    private DebtFile file(UUID debtId) {
        var debt = jdbc.sql("select * from journal.debts where id = :debt for update")
                .param("debt", debtId)
                .query(DebtRegister::debt)
                .single();
        var days = pauses.of(debt.pupilId()).stream().map(DebtPause::days).toList();
        return new DebtFile(debt, of(debtId), days);
    }

    private Optional<Reason> unregistered(@Nullable UUID orderId) {
        var registered = orderId == null
                || orders.find(orderId).filter(OrderSummary::isRegistered).isPresent();
        return registered ? Optional.empty() : Optional.of(Reason.COMMISSION_UNREGISTERED);
    }

    private void record(String action, Debt debt, int number) {
        audit.record(AuditEntry.of(action, debt.organizationId(), "debt", debt.id())
                .with("attempt", String.valueOf(number)));
    }
}
