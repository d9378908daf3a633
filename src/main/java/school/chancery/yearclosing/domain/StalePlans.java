package school.chancery.yearclosing.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way back from a plan that is no longer what shall happen. */
@Service
@Transactional
public class StalePlans {
    private static final String CHANGES = """
            select coalesce(p.pupil_id, q.pupil_id) as pupil_id,
                n.family || ' ' || n.given || coalesce(' ' || n.patronymic, '') as name, c.label as class_label,
                q.outcome as planned, p.outcome as now, p.pupil_id is not null and p.present as present
            from %s p full join (select * from yearclosing.plan_rows where closing_id = :closing) q on q.pupil_id = p.pupil_id
                join people.pupils u on u.id = coalesce(p.pupil_id, q.pupil_id) and u.organization_id = :organization
                join people.persons n on n.id = u.person_id
                left join organization.classes c on c.id = coalesce(p.from_class_id, q.from_class_id)
            where q.pupil_id is null or p.pupil_id is null
                or (p.outcome, p.from_class_id, p.to_class_id, p.entered)
                    is distinct from (q.outcome, q.from_class_id, q.to_class_id, q.entered)
                or coalesce(p.present, false) <> (q.outcome <> 'WITHDRAWN')
            order by c.grade, c.label, n.search_name limit 200
            """.formatted(PlanSql.ROWS);

    private final JdbcClient jdbc;
    private final ClosingRows rows;
    private final Rosters rosters;
    private final ClosingOrders orders;
    private final ClosingWords words;
    private final WholeSchool wholeSchool;

    StalePlans(
            JdbcClient jdbc,
            ClosingRows rows,
            Rosters rosters,
            ClosingOrders orders,
            ClosingWords words,
            WholeSchool wholeSchool) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.rosters = rosters;
        this.orders = orders;
        this.words = words;
        this.wholeSchool = wholeSchool;
    }

    /** What is done about it. */
    public enum Revision {
        /** The classes of the next year and the plan are looked at again. */
        PLAN,
        /** Some classes propose their outcomes again. */
        CLASSES,
        /** The closing is given up. */
        ABANDON
    }

    /**
     * A pupil with whom something has changed since the plan was made.
     *
     * @param present learns here when the year ends
     */
    public record Change(
            UUID pupilId,
            String name,
            @Nullable String classLabel,
            @Nullable YearOutcome planned,
            @Nullable YearOutcome now,
            boolean present) {
        @Override
        public String toString() {
            return "Change[" + pupilId + "]";
        }
    }

    /** By class and name, the first 200. */
    @Transactional(readOnly = true)
    public List<Change> changes(UUID closingId) {
        var closing = rows.require(closingId);
        if (closing.nextYearId() == null || closing.planHash() == null) return List.of();
        return wholeSchool.read(
                () -> PlanSql.bound(jdbc, CHANGES, closing).query(Change.class).list());
    }

    /** Whether the register is no longer what the plan was made from. */
    @Transactional(readOnly = true)
    public boolean isStale(UUID closingId) {
        var closing = rows.require(closingId);
        return closing.state().hasPlan()
                && !wholeSchool.read(() -> PlanSql.hash(jdbc, closing)).equals(closing.planHash());
    }

    /** Whether an order of the closing is registered and stands: then only another order helps. */
    @Transactional(readOnly = true)
    public boolean ordersIssued(UUID closingId) {
        return !orders.standing(closingId).isEmpty();
    }

    /** @param classClosingIds of the classes that begin anew; none for the other revisions */
    public List<Refusal> revise(
            UUID closingId, Revision revision, String reason, Collection<UUID> classClosingIds, UUID by) {
        var closing = rows.hold(closingId);
        if (!closing.state().isBeforeApplication() || closing.state() == ClosingState.OPENED)
            return List.of(Refusal.of("not-now"));
        // The plan is made of accepted classes: with one that has begun anew there would be no way on from here.
        if (revision == Revision.PLAN && closing.state() == ClosingState.CLASSES)
            return List.of(Refusal.of("revision", "classes-open"));
        if (reason.isBlank()) return List.of(Refusal.of("reason", "reason-missing"));
        if (revision == Revision.CLASSES && classClosingIds.isEmpty())
            return List.of(Refusal.of("classes", "classes-missing"));
        orders.withdrawDrafts(closingId, words.text("yearclosing.revised"));
        // Closings gives it up, once no order of it stands any more.
        if (revision == Revision.ABANDON) return List.of();
        if (revision == Revision.CLASSES) {
            // Who came since is proposed for with the class, or would never have an outcome.
            rosters.follow(closing);
            reopen(closingId, reason, classClosingIds);
        }
        rows.write(
                closingId,
                "state = ?, plan_hash = null, planned_at = null, confirmed_by = null, confirmed_at = null,"
                        + " countersigned_by = null, countersigned_at = null, remark = ?",
                revision == Revision.CLASSES || closing.state() == ClosingState.CLASSES ? "CLASSES" : "COUNCIL",
                reason.strip());
        rows.record("yearclosing.plan-revised", closing);
        return List.of();
    }

    /** Somebody who should confirm the plan gives it back; what follows is decided by {@link #revise}. */
    public List<Refusal> giveBack(UUID closingId, String remark, UUID by) {
        var closing = rows.hold(closingId);
        if (remark.isBlank()) return List.of(Refusal.of("remark", "reason-missing"));
        if (closing.state() != ClosingState.PLANNED && closing.state() != ClosingState.CONFIRMED)
            return List.of(Refusal.of("not-now"));
        rows.write(closingId, "remark = ?", remark.strip());
        rows.record("yearclosing.plan-given-back", closing);
        return List.of();
    }

    /** Why it was given back, or revised, last time. */
    @Transactional(readOnly = true)
    public Optional<String> remark(UUID closingId) {
        return jdbc.sql("select remark from yearclosing.closings where id = ? and remark is not null")
                .param(closingId)
                .query(String.class)
                .optional();
    }

    private void reopen(UUID closingId, String reason, Collection<UUID> classClosingIds) {
        jdbc.sql("""
                        update yearclosing.class_closings set state = 'OPEN', remark = ?, accepted_by = null,
                            accepted_at = null, version = version + 1
                        where closing_id = ? and id = any (?)
                        """)
                .params(reason.strip(), closingId, classClosingIds.toArray(UUID[]::new))
                .update();
    }
}
