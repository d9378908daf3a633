package school.chancery.yearclosing.domain;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.journal.Debts;
import school.chancery.orders.Councils;
import school.chancery.organization.SchoolYearStates;
import school.chancery.students.RollChanges;

/** Carries the confirmed plan out: all of it, or nothing when the register is no longer what was confirmed, or the law no longer
 * leaves it open. */
@Service
@Transactional
public class ApplyPlan {
    private static final String STAGE = """
            insert into students.roll_plans (set_id, organization_id, pupil_id, person_id, kind, enrollment_id, from_class_id,
                was_to_on, last_on, to_class_id, entered_id, leaves, order_id, reason)
            select :set, :organization, p.pupil_id, p.person_id, m.movement, p.enrollment_id, p.from_class_id, p.to_on,
                case when m.leaves then :lastOn else p.year_ends_on end, p.to_class_id,
                case when p.to_class_id is not null and not p.entered then gen_random_uuid() end, m.leaves, o.order_id, :reason
            from %s p
                join unnest(:outcomes::text[], :movements::text[], :kinds::text[], :leaving::boolean[])
                    m (outcome, movement, kind, leaves) on m.outcome = p.outcome
                join yearclosing.closing_orders o on o.closing_id = :closing and o.plan_number = :number and o.kind = m.kind
            where p.present
            """.formatted(PlanSql.ROWS);

    private static final List<YearOutcome> MOVING = List.of(YearOutcome.values()).stream()
            .filter(each -> each.movement() != null)
            .toList();

    private final JdbcClient jdbc;
    private final ClosingRows rows;
    private final RollChanges changes;
    private final SchoolYearStates states;
    private final Debts debts;
    private final PlanFaults faults;
    private final Councils councils;
    private final ClosingWords words;
    private final WholeSchool wholeSchool;

    ApplyPlan(
            JdbcClient jdbc,
            ClosingRows rows,
            RollChanges changes,
            SchoolYearStates states,
            Debts debts,
            PlanFaults faults,
            Councils councils,
            ClosingWords words,
            WholeSchool wholeSchool) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.changes = changes;
        this.states = states;
        this.debts = debts;
        this.faults = faults;
        this.councils = councils;
        this.words = words;
        this.wholeSchool = wholeSchool;
    }

    public sealed interface Answer {
        /** Now, or before. */
        record Applied() implements Answer {}

        /** Nothing was changed. */
        record Stale() implements Answer {}
    }

    public Answer apply(UUID closingId) {
        var closing = rows.hold(closingId);
        if (closing.appliedAt() != null) return new Answer.Applied();
        if (closing.state() != ClosingState.COUNTERSIGNED)
            throw new IllegalStateException("closing " + closingId + " is " + closing.state());
        holdRegister(closing);
        // Marks, debts and choices are not in the hash: most of their changes leave the outcome as it is.
        if (!wholeSchool.read(() -> PlanSql.hash(jdbc, closing)).equals(closing.planHash())
                || faults.breaksLaw(closing)) return new Answer.Stale();
        var set = UUID.randomUUID();
        changes.open(new RollChanges.NewSet(
                set, closing.organizationId(), closing.schoolYearId(), Objects.requireNonNull(closing.nextYearId())));
        requireAll(closing, stage(closing, set));
        changes.apply(set);
        raiseDebts(closing);
        states.close(closing.schoolYearId());
        rows.write(closingId, "state = 'APPLIED', applied_at = ?, roll_set_id = ?", rows.now(), set);
        rows.record("yearclosing.outcomes-applied", closing);
        return new Answer.Applied();
    }

    // Nothing of what the hash is made of changes from here on: enrolments wait, and nobody comes into the year whose
    // row
    // is locked.
    private void holdRegister(ClosingView closing) {
        changes.hold(closing.organizationId());
        jdbc.sql("select id from organization.school_years where id = ? for no key update")
                .param(closing.schoolYearId())
                .query(UUID.class)
                .single();
    }

    private int stage(ClosingView closing, UUID set) {
        return wholeSchool.read(() -> PlanSql.bound(jdbc, STAGE, closing)
                .param("set", set)
                .param("number", closing.planNumber())
                .param("lastOn", closing.graduatesLastOn())
                .param("reason", words.text("yearclosing.reason", councils.reference(minutes(closing))))
                .param("outcomes", MOVING.stream().map(Enum::name).toArray(String[]::new))
                .param("movements", MOVING.stream().map(YearOutcome::movement).toArray(String[]::new))
                .param("kinds", MOVING.stream().map(YearOutcome::order).toArray(String[]::new))
                .param("leaving", MOVING.stream().map(YearOutcome::leaves).toArray(Boolean[]::new))
                .update());
    }

    // A kind whose order is missing would leave its pupils behind without a word.
    private void requireAll(ClosingView closing, int staged) {
        var wanted = jdbc.sql(
                        "select count(*) from yearclosing.plan_rows where closing_id = ? and outcome <> 'WITHDRAWN'")
                .param(closing.id())
                .query(Integer.class)
                .single();
        if (wanted != staged)
            throw new IllegalStateException("closing " + closing.id() + ": " + staged + " of " + wanted + " staged");
    }

    private void raiseDebts(ClosingView closing) {
        var owing = jdbc.sql("select pupil_id from yearclosing.plan_rows where closing_id = ?"
                        + " and outcome in ('CONDITIONAL', 'LEVEL_NOT_COMPLETED')")
                .param(closing.id())
                .query(UUID.class)
                .list();
        var decided = councils.find(minutes(closing)).orElseThrow();
        if (!owing.isEmpty())
            debts.raise(closing.id(), closing.organizationId(), closing.schoolYearId(), owing, decided.heldOn());
    }

    private static UUID minutes(ClosingView closing) {
        return Objects.requireNonNull(closing.councilMinutesId());
    }
}
