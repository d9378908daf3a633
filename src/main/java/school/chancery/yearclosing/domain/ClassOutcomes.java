package school.chancery.yearclosing.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The outcomes of a class: proposed by the rule, chosen by the class teacher, reviewed by the deputy. */
@Service
@Transactional
public class ClassOutcomes {
    private final JdbcClient jdbc;
    private final ClosingRows closings;
    private final ClassRows rows;
    private final FactsReader facts;
    private final OutcomeProposals proposals;

    ClassOutcomes(
            JdbcClient jdbc, ClosingRows closings, ClassRows rows, FactsReader facts, OutcomeProposals proposals) {
        this.jdbc = jdbc;
        this.closings = closings;
        this.rows = rows;
        this.facts = facts;
        this.proposals = proposals;
    }

    /**
     * Lets the classes begin, with what the rule proposes for each pupil; from now on the roster stays. Begun already =
     * the classes that are not accepted.
     *
     * @return the aggregates of the class closings
     */
    public List<UUID> openAll(UUID closingId) {
        var closing = closings.hold(closingId);
        jdbc.sql("""
                        insert into yearclosing.class_closings (id, closing_id, organization_id, class_id)
                        select gen_random_uuid(), r.closing_id, r.organization_id, r.class_id from yearclosing.roster r
                        where r.closing_id = ? group by r.closing_id, r.organization_id, r.class_id
                        on conflict (closing_id, class_id) do nothing
                        """).param(closingId).update();
        if (closing.state() == ClosingState.OPENED) {
            closings.write(closingId, "state = 'CLASSES'");
            proposals.write(closing, null);
            closings.record("yearclosing.classes-opened", closing);
        }
        return rows.ofClosing(closingId).stream()
                .filter(each -> each.state() != ClassClosingView.State.ACCEPTED)
                .map(ClassClosingView::id)
                .toList();
    }

    /** Writes what the rule proposes for the class; what a person chose stays as long as the law leaves it open. */
    public void propose(UUID classClosingId) {
        var of = rows.hold(classClosingId);
        var closing = closings.require(of.closingId());
        if (of.state() == ClassClosingView.State.OPEN && closing.state().isBeforeApplication())
            proposals.write(closing, of.classId());
    }

    @Transactional(readOnly = true)
    public ClassClosingView require(UUID classClosingId) {
        return rows.require(classClosingId);
    }

    /** All classes in school order. */
    @Transactional(readOnly = true)
    public List<ClassClosingView> ofClosing(UUID closingId) {
        return rows.ofClosing(closingId);
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<OutcomeRow> rows(UUID classClosingId) {
        var of = rows.require(classClosingId);
        return rows.rows(closings.require(of.closingId()), of.classId());
    }

    /**
     * Chooses the outcome of one pupil of the class.
     *
     * @param reason needed for whatever was not proposed
     */
    public Optional<Refusal> save(
            UUID classClosingId, UUID pupilId, YearOutcome outcome, @Nullable String reason, UUID by) {
        var of = rows.hold(classClosingId);
        if (of.state() == ClassClosingView.State.ACCEPTED) return Optional.of(Refusal.of("class-accepted"));
        // The deputy decides on what was sent, not on what is changed meanwhile.
        if (of.state() == ClassClosingView.State.SENT) return Optional.of(Refusal.of("class-sent"));
        var closing = closings.require(of.closingId());
        var known = facts.ofClass(closing, of.classId()).stream()
                .filter(row -> row.pupilId().equals(pupilId))
                .findFirst();
        if (known.isEmpty()) return Optional.of(Refusal.of("pupilId", "not-in-class"));
        var pupil = known.get().facts();
        if (!OutcomeRule.allowed(pupil).contains(outcome)) return Optional.of(Refusal.of("outcome", "law"));
        var asProposed = OutcomeRule.propose(pupil)
                .filter(proposed -> proposed.outcome() == outcome)
                .isPresent();
        if (!asProposed && (reason == null || reason.isBlank()))
            return Optional.of(Refusal.of("reason", "reason-missing"));
        keep(closing, pupilId, pupil, outcome, asProposed ? null : reason, by);
        return Optional.empty();
    }

    private void keep(
            ClosingView closing,
            UUID pupilId,
            PupilFacts pupil,
            YearOutcome outcome,
            @Nullable String reason,
            UUID by) {
        jdbc.sql("""
                        update yearclosing.outcomes set chosen = ?, reason = ?, chosen_by = ?, chosen_at = ?, choice = ?,
                            conclusion = ?, term_over = ?, owing = ?, certified = ?, version = version + 1,
                            to_class_id = case when chosen is distinct from ? then null else to_class_id end,
                            placed_by = case when chosen is distinct from ? then null else placed_by end
                        where closing_id = ? and pupil_id = ?
                        """)
                .params(
                        outcome.name(),
                        reason == null ? null : reason.strip(),
                        by,
                        closings.now(),
                        pupil.choice() == null ? null : pupil.choice().name(),
                        pupil.conclusion(),
                        pupil.termOver(),
                        pupil.owing(),
                        pupil.certified(),
                        outcome.name(),
                        outcome.name(),
                        closing.id(),
                        pupilId)
                .update();
        closings.record("yearclosing.outcome-chosen", closing, pupilId);
    }

    /** Hands the class over to the deputy; handed over already = no change. */
    public List<Refusal> send(UUID classClosingId, UUID by) {
        var of = rows.hold(classClosingId);
        if (of.state() != ClassClosingView.State.OPEN) return List.of();
        var faults = faults(of);
        if (!faults.isEmpty()) return faults;
        move(of, "state = 'SENT', sent_by = ?, sent_at = ?", "yearclosing.class-sent", by, closings.now());
        return List.of();
    }

    public List<Refusal> accept(UUID classClosingId, UUID by) {
        var of = rows.hold(classClosingId);
        if (of.state() == ClassClosingView.State.ACCEPTED) return List.of();
        if (of.state() == ClassClosingView.State.OPEN) return List.of(Refusal.of("class-not-sent"));
        var faults = faults(of);
        if (!faults.isEmpty()) return faults;
        move(
                of,
                "state = 'ACCEPTED', accepted_by = ?, accepted_at = ?, remark = null",
                "yearclosing.class-accepted",
                by,
                closings.now());
        return List.of();
    }

    public List<Refusal> giveBack(UUID classClosingId, String remark, UUID by) {
        var of = rows.hold(classClosingId);
        if (remark.isBlank()) return List.of(Refusal.of("remark", "reason-missing"));
        if (of.state() == ClassClosingView.State.SENT)
            move(of, "state = 'OPEN', remark = ?", "yearclosing.class-given-back", remark.strip());
        return List.of();
    }

    private void move(ClassClosingView of, String set, String act, Object... values) {
        var statement =
                jdbc.sql("update yearclosing.class_closings set " + set + ", version = version + 1 where id = ?");
        for (var value : values) statement = statement.param(value);
        statement.param(of.id()).update();
        closings.record(act, closings.require(of.closingId()));
    }

    // What was chosen must still be what the law leaves open: marks may have come in between.
    private List<Refusal> faults(ClassClosingView of) {
        var faults = new ArrayList<Refusal>();
        var all = rows.rows(closings.require(of.closingId()), of.classId());
        if (all.stream().anyMatch(row -> row.missing() > 0 && row.present())) faults.add(Refusal.of("marks-missing"));
        else if (all.stream().anyMatch(row -> row.chosen() == null)) faults.add(Refusal.of("outcome-missing"));
        else if (all.stream().anyMatch(row -> !row.allowed().contains(row.chosen()))) faults.add(Refusal.of("law"));
        if (all.stream().anyMatch(row -> row.chosen() != row.proposed() && row.reason() == null))
            faults.add(Refusal.of("reason-missing"));
        return faults;
    }
}
