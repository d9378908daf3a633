package school.chancery.yearclosing.domain.debts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.journal.Debt;
import school.chancery.journal.Debts;
import school.chancery.orders.Orders;
import school.chancery.organization.Organizations;

/** The matters of pupils with debts, one for each pupil and closing. */
@Service
@Transactional
public class DebtCases {
    private static final String OPEN = """
            insert into yearclosing.debt_cases (id, organization_id, pupil_id, closing_id, school_year_id, opened_at)
            select gen_random_uuid(), d.organization_id, d.pupil_id, d.raised_by, min(d.school_year_id::text)::uuid, :at
            from journal.debts d where d.raised_by = :closing and d.state = 'OPEN'
            group by d.organization_id, d.pupil_id, d.raised_by
            on conflict (pupil_id, closing_id) do nothing
            """;

    private final JdbcClient jdbc;
    private final Debts debts;
    private final Orders orders;
    private final Organizations organizations;
    private final Audit audit;
    private final DebtWords words;
    private final Clock clock;

    DebtCases(
            JdbcClient jdbc,
            Debts debts,
            Orders orders,
            Organizations organizations,
            Audit audit,
            DebtWords words,
            Clock clock) {
        this.jdbc = jdbc;
        this.debts = debts;
        this.orders = orders;
        this.organizations = organizations;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
    }

    /** One for each pupil who owes something since this closing; opened already = the same again. */
    public List<DebtCaseView> open(UUID closingId) {
        jdbc.sql(OPEN)
                .param("closing", closingId)
                .param("at", OffsetDateTime.now(clock))
                .update();
        return jdbc.sql(
                        "select * from yearclosing.debt_cases where closing_id = :closing and state = 'OPEN' order by id")
                .param("closing", closingId)
                .query(DebtCaseView.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<DebtCaseView> find(UUID id) {
        return jdbc.sql("select * from yearclosing.debt_cases where id = :id")
                .param("id", id)
                .query(DebtCaseView.class)
                .optional();
    }

    public DebtCaseView require(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("debt case " + id));
    }

    /** Cases of the pupil that have not ended. */
    @Transactional(readOnly = true)
    public List<DebtCaseView> running(UUID pupilId) {
        return jdbc.sql("select * from yearclosing.debt_cases where pupil_id = :pupil and state in ('OPEN', 'CHOSEN')")
                .param("pupil", pupilId)
                .query(DebtCaseView.class)
                .list();
    }

    /** What the case is about. */
    @Transactional(readOnly = true)
    public List<Debt> debts(UUID id) {
        var about = require(id);
        var raised = jdbc.sql("select id from journal.debts where pupil_id = :pupil and raised_by = :closing")
                .param("pupil", about.pupilId())
                .param("closing", about.closingId())
                .query(UUID.class)
                .list();
        return debts.of(about.pupilId()).stream()
                .filter(debt -> raised.contains(debt.id()))
                .toList();
    }

    /** The last day of the term; all debts of a case arose on one day and stood still together. */
    @Transactional(readOnly = true)
    public LocalDate dueOn(UUID id) {
        return debts(id).stream().map(Debt::dueOn).max(LocalDate::compareTo).orElseThrow();
    }

    /** Ends what is over and says what it has come to. */
    public DebtOutcome review(UUID id) {
        var about = require(id);
        debts.endTerms(about.pupilId(), organizations.today(about.organizationId()));
        var states = debts(id).stream().map(Debt::state).toList();
        if (states.contains(Debt.State.OPEN)) return DebtOutcome.OPEN;
        return states.contains(Debt.State.TERM_OVER) ? DebtOutcome.TERM_OVER : DebtOutcome.CLEARED;
    }

    /** The last debt was made good: the conditional promotion is a full one from that day on. Done already = no change. */
    public void clear(UUID id) {
        var about = require(id);
        if (!about.isRunning()) return;
        var on = debts(id).stream()
                .map(Debt::endedOn)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElseThrow();
        end(about, DebtCaseView.State.CLEARED, on);
        jdbc.sql("update yearclosing.outcomes set full_since = :on, version = version + 1"
                        + " where closing_id = :closing and pupil_id = :pupil and chosen = 'CONDITIONAL'")
                .param("on", on)
                .param("closing", about.closingId())
                .param("pupil", about.pupilId())
                .update();
        audit.record(entry("yearclosing.debts-cleared", about));
    }

    /** The pupil has left the school; an order that is on its way is on its way no more. Done already = no change. */
    public void leave(UUID id) {
        var about = require(id);
        if (!about.isRunning()) return;
        var today = organizations.today(about.organizationId());
        orders.withdraw(id, words.text("yearclosing.debt.left"));
        debts.leave(about.pupilId(), today);
        end(about, DebtCaseView.State.LEFT, today);
        audit.record(entry("yearclosing.debtor-left", about));
    }

    private void end(DebtCaseView about, DebtCaseView.State state, LocalDate on) {
        jdbc.sql(
                        "update yearclosing.debt_cases set state = :state, ended_on = :on, version = version + 1 where id = :id")
                .param("state", state.name())
                .param("on", on)
                .param("id", about.id())
                .update();
    }

    static AuditEntry entry(String action, DebtCaseView about) {
        return AuditEntry.of(action, about.organizationId(), "debt-case", about.id());
    }
}
