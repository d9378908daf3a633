package school.chancery.yearclosing.domain;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Two persons confirm one and the same plan; the table holds that they are two. */
@Service
@Transactional
public class Confirmations {
    private final JdbcClient jdbc;
    private final ClosingRows rows;
    private final WholeSchool wholeSchool;
    private final PlanFaults faults;

    Confirmations(JdbcClient jdbc, ClosingRows rows, WholeSchool wholeSchool, PlanFaults faults) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.wholeSchool = wholeSchool;
        this.faults = faults;
    }

    /** @param hash of the plan that the person saw */
    public Optional<Refusal> confirm(UUID closingId, String hash, UUID by) {
        var closing = rows.hold(closingId);
        if (closing.state() != ClosingState.PLANNED)
            return Objects.equals(closing.confirmedBy(), by) && hash.equals(closing.planHash())
                    ? Optional.empty()
                    : Optional.of(Refusal.of("confirmed-already"));
        var fault = fault(closing, hash);
        if (fault.isPresent()) return fault;
        rows.write(closingId, "state = 'CONFIRMED', confirmed_by = ?, confirmed_at = ?", by, rows.now());
        rows.record("yearclosing.plan-confirmed", closing);
        return Optional.empty();
    }

    public Optional<Refusal> countersign(UUID closingId, String hash, UUID by) {
        var closing = rows.hold(closingId);
        if (closing.state() != ClosingState.CONFIRMED)
            return Objects.equals(closing.countersignedBy(), by) && hash.equals(closing.planHash())
                    ? Optional.empty()
                    : Optional.of(Refusal.of(
                            closing.state() == ClosingState.PLANNED ? "not-confirmed" : "confirmed-already"));
        if (isSamePerson(Objects.requireNonNull(closing.confirmedBy()), by))
            return Optional.of(Refusal.of("same-person"));
        var fault = fault(closing, hash);
        if (fault.isPresent()) return fault;
        rows.write(closingId, "state = 'COUNTERSIGNED', countersigned_by = ?, countersigned_at = ?", by, rows.now());
        rows.record("yearclosing.plan-countersigned", closing);
        return Optional.empty();
    }

    private Optional<Refusal> fault(ClosingView closing, String hash) {
        if (!hash.equals(closing.planHash())) return Optional.of(Refusal.of("other-plan"));
        return wholeSchool.read(() -> PlanSql.hash(jdbc, closing)).equals(hash) && !faults.breaksLaw(closing)
                ? Optional.empty()
                : Optional.of(Refusal.of("plan-stale"));
    }

    // One person with two accounts is still one person.
    private boolean isSamePerson(UUID one, UUID other) {
        return one.equals(other)
                || jdbc.sql("""
                        select exists (select from identity.accounts a join identity.accounts b on b.person_id = a.person_id
                            where a.id = ? and b.id = ?)
                        """).params(one, other).query(Boolean.class).single();
    }
}
