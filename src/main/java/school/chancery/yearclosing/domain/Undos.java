package school.chancery.yearclosing.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.journal.Debts;
import school.chancery.orders.OrderKinds;
import school.chancery.organization.SchoolYearStates;
import school.chancery.students.RollChanges;

/** Takes a closing back, with an order, until it is sealed and as long as the next year holds no facts of its own. */
@Service
@Transactional
public class Undos {
    private static final int LONGEST_REASON = 1000;

    private final JdbcClient jdbc;
    private final ClosingRows rows;
    private final Corrections corrections;
    private final RollChanges changes;
    private final Debts debts;
    private final SchoolYearStates states;
    private final ClosingWords words;

    Undos(
            JdbcClient jdbc,
            ClosingRows rows,
            Corrections corrections,
            RollChanges changes,
            Debts debts,
            SchoolYearStates states,
            ClosingWords words) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.corrections = corrections;
        this.changes = changes;
        this.debts = debts;
        this.states = states;
        this.words = words;
    }

    /** A pupil whom something has happened to since: it cannot be taken back for them. */
    public record Obstacle(UUID pupilId, String name) {
        @Override
        public String toString() {
            return "Obstacle[" + pupilId + "]";
        }
    }

    /** Why it cannot be undone now; empty when it can. */
    public List<Refusal> refusals(UUID closingId) {
        var closing = rows.require(closingId);
        if (closing.state() != ClosingState.APPLIED && closing.state() != ClosingState.ACTIVE)
            return List.of(Refusal.of(closing.state() == ClosingState.SEALED ? "sealed" : "not-applied"));
        var refusals = new ArrayList<Refusal>();
        if (!changes.changedSince(set(closing)).isEmpty()) refusals.add(Refusal.of("pupils-moved-since"));
        if (hasFactsOfNextYear(closing)) refusals.add(Refusal.of("next-year-facts"));
        if (hasAttempts(closing)) refusals.add(Refusal.of("attempts-scheduled"));
        return refusals;
    }

    /** Pupils behind «pupils-moved-since», by name, the first 200. */
    public List<Obstacle> obstacles(UUID closingId) {
        var pupils = changes.changedSince(set(rows.require(closingId)));
        return jdbc.sql("""
                        select p.id as pupil_id, n.family || ' ' || n.given || coalesce(' ' || n.patronymic, '') as name
                        from people.pupils p join people.persons n on n.id = p.person_id
                        where p.id = any (?) order by n.search_name limit 200
                        """)
                .param(pupils.toArray(UUID[]::new))
                .query(Obstacle.class)
                .list();
    }

    /** Somebody asks for it; what follows needs an order. */
    public List<Refusal> request(UUID closingId, String reason, UUID by) {
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON)
            return List.of(Refusal.of("reason", "reason-missing"));
        var closing = rows.hold(closingId);
        var refusals = refusals(closingId);
        if (!refusals.isEmpty()) return refusals;
        rows.write(closingId, "undo_reason = ?, undo_asked_by = ?", reason.strip(), by);
        rows.record("yearclosing.undo-asked", closing);
        return List.of();
    }

    /** The same id for whoever asks, until an order about it was drafted. */
    @Transactional(readOnly = true)
    public UUID attempt(UUID closingId) {
        var drafted = jdbc.sql("select order_id from yearclosing.closing_orders where closing_id = ? and kind = ?"
                        + " order by plan_number desc limit 1")
                .params(closingId, OrderKinds.YEAR_UNDO)
                .query(UUID.class)
                .optional();
        return UUID.nameUUIDFromBytes((closingId + "/" + drafted.orElse(closingId)).getBytes(StandardCharsets.UTF_8));
    }

    /** The order to undo it; drafted already = that one. */
    public UUID draft(UUID closingId) {
        var closing = rows.hold(closingId);
        var ground = words.text("yearclosing.undo.ground", Objects.requireNonNull(closing.undoReason()));
        return corrections.draft(closing, OrderKinds.YEAR_UNDO, Map.of("ground", ground));
    }

    /** Everything as it was before the closing; undone already = no change. */
    public List<Refusal> undo(UUID closingId, UUID orderId) {
        var closing = rows.hold(closingId);
        if (closing.state() == ClosingState.UNDONE) return List.of();
        changes.hold(closing.organizationId());
        var refusals = refusals(closingId);
        if (!refusals.isEmpty()) return refusals;
        changes.undo(set(closing), orderId, words.text("yearclosing.undo.line", words.year(closing.schoolYearId())));
        if (debts.takeBack(closingId, closing.organizationId()) < 0)
            throw new IllegalStateException("closing " + closingId + ": an attempt was scheduled meanwhile");
        if (closing.nextYearId() != null) states.deactivate(closing.nextYearId());
        states.reopen(closing.schoolYearId());
        jdbc.sql("update yearclosing.outcomes set live = false where closing_id = ?")
                .param(closingId)
                .update();
        rows.write(closingId, "state = 'UNDONE', undo_order_id = ?, ended_at = ?", orderId, rows.now());
        rows.record("yearclosing.closing-undone", closing);
        return List.of();
    }

    private boolean hasFactsOfNextYear(ClosingView closing) {
        return jdbc.sql("""
                        select exists (select from journal.year_marks where school_year_id = :next)
                            or exists (select from journal.final_exams where school_year_id = :next)
                            or exists (select from yearclosing.closings where school_year_id = :next
                                and state not in ('UNDONE', 'ABANDONED'))
                        """)
                .param("next", closing.nextYearId())
                .query(Boolean.class)
                .single();
    }

    private boolean hasAttempts(ClosingView closing) {
        return jdbc.sql("""
                        select exists (select from journal.debts d where d.raised_by = ? and (d.state <> 'OPEN'
                            or exists (select from journal.debt_attempts a where a.debt_id = d.id)))
                        """).param(closing.id()).query(Boolean.class).single();
    }

    private static UUID set(ClosingView closing) {
        return Objects.requireNonNull(closing.rollSetId());
    }
}
