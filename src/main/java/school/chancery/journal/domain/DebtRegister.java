package school.chancery.journal.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.journal.Debt;
import school.chancery.journal.Debts;

/** The debts as the closing of a year raises them. */
@Service
@Transactional
class DebtRegister implements Debts {
    private static final String RAISE = """
            insert into journal.debts (organization_id, pupil_id, person_id, school_year_id, subject_id, ground, arisen_on,
                due_on, raised_by)
            select m.organization_id, m.pupil_id, u.person_id, m.school_year_id, m.subject_id,
                case m.value when 'NOT_ATTESTED' then 'MISSED'
                    when 'NOT_ATTESTED_GOOD_REASON' then 'MISSED_GOOD_REASON' else 'UNSATISFACTORY' end,
                cast(:on as date), journal.debt_due(m.pupil_id, cast(:on as date)), :closing
            from unnest(:pupils) as w (pupil_id)
                join journal.year_marks m on m.pupil_id = w.pupil_id and m.school_year_id = :year
                join people.pupils u on u.id = m.pupil_id
            where m.organization_id = :organization
                and (journal.is_unsatisfactory(m.value) or m.value = 'NOT_ATTESTED_GOOD_REASON')
            on conflict (pupil_id, school_year_id, subject_id) do nothing
            returning id
            """;

    private final JdbcClient jdbc;
    private final Audit audit;

    DebtRegister(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Debt> of(UUID pupilId) {
        return jdbc.sql("select * from journal.debts where pupil_id = :pupil order by arisen_on, id")
                .param("pupil", pupilId)
                .query(DebtRegister::debt)
                .list();
    }

    @Override
    public List<UUID> raise(
            UUID closingId, UUID organizationId, UUID schoolYearId, Collection<UUID> pupils, LocalDate arisenOn) {
        var raised = jdbc.sql(RAISE)
                .param("closing", closingId)
                .param("organization", organizationId)
                .param("year", schoolYearId)
                .param("pupils", pupils.toArray(UUID[]::new))
                .param("on", arisenOn)
                .query(UUID.class)
                .list();
        if (!raised.isEmpty())
            audit.record(new AuditEntry(
                    "journal.debts-raised",
                    organizationId,
                    "debt",
                    raised,
                    Map.of("closing", closingId.toString(), "on", arisenOn.toString())));
        return raised;
    }

    @Override
    public int takeBack(UUID closingId, UUID organizationId) {
        var mine = " d.raised_by = :closing and d.organization_id = :organization";
        var used = jdbc.sql("select exists (select from journal.debts d where" + mine + " and (d.state <> 'OPEN'"
                        + " or exists (select from journal.debt_attempts a where a.debt_id = d.id)))")
                .param("closing", closingId)
                .param("organization", organizationId)
                .query(Boolean.class)
                .single();
        if (used) return -1;
        var gone = jdbc.sql("delete from journal.debts d where" + mine + " returning d.id")
                .param("closing", closingId)
                .param("organization", organizationId)
                .query(UUID.class)
                .list();
        if (!gone.isEmpty())
            audit.record(new AuditEntry(
                    "journal.debts-taken-back", organizationId, "debt", gone, Map.of("closing", closingId.toString())));
        return gone.size();
    }

    @Override
    public int endTerms(UUID pupilId, LocalDate today) {
        return end(pupilId, "TERM_OVER", today, "state = 'OPEN' and due_on < :on", "journal.debt-terms-ended");
    }

    @Override
    public void settle(UUID pupilId, LocalDate on) {
        end(pupilId, "SETTLED", on, "state = 'TERM_OVER'", "journal.debts-settled");
    }

    @Override
    public void leave(UUID pupilId, LocalDate on) {
        end(pupilId, "LEFT", on, "state in ('OPEN', 'TERM_OVER')", "journal.debts-left");
    }

    private int end(UUID pupilId, String state, LocalDate on, String which, String action) {
        var ended = jdbc.sql("update journal.debts set state = :state, ended_on = greatest(:on, arisen_on),"
                        + " version = version + 1 where pupil_id = :pupil and " + which
                        + " returning id, organization_id")
                .param("state", state)
                .param("on", on)
                .param("pupil", pupilId)
                .query((row, i) ->
                        List.of(row.getObject("id", UUID.class), row.getObject("organization_id", UUID.class)))
                .list();
        if (!ended.isEmpty())
            audit.record(new AuditEntry(
                    action,
                    ended.get(0).get(1),
                    "debt",
                    ended.stream().map(each -> each.get(0)).toList(),
                    Map.of("on", on.toString())));
        return ended.size();
    }

    static Debt debt(ResultSet row, int index) throws SQLException {
        return new Debt(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getObject("pupil_id", UUID.class),
                row.getObject("school_year_id", UUID.class),
                row.getObject("subject_id", UUID.class),
                Debt.Ground.valueOf(row.getString("ground")),
                row.getObject("arisen_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                Debt.State.valueOf(row.getString("state")),
                row.getObject("ended_on", LocalDate.class));
    }
}
