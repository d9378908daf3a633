package school.chancery.journal.domain;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Acting;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.journal.DebtPause;
import school.chancery.journal.DebtPauses;
import school.chancery.journal.DebtTermMoved;
import school.chancery.organization.Period;

/** Illness and leave of pupils who have debts. */
@Service
@Transactional
class DebtPauseBook implements DebtPauses {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DebtPauseBook(JdbcClient jdbc, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<DebtPause> of(UUID pupilId) {
        return jdbc.sql("select * from journal.debt_pauses where pupil_id = :pupil order by from_on")
                .param("pupil", pupilId)
                .query((row, i) -> new DebtPause(
                        row.getObject("id", UUID.class),
                        row.getObject("organization_id", UUID.class),
                        row.getObject("pupil_id", UUID.class),
                        DebtPause.Kind.valueOf(row.getString("kind")),
                        new Period(row.getObject("from_on", LocalDate.class), row.getObject("to_on", LocalDate.class)),
                        row.getString("paper"),
                        row.getObject("document_id", UUID.class)))
                .list();
    }

    @Override
    public PauseAnswer record(DebtPause pause) {
        // One writer at a time: two pauses that overlap are refused by a reason, not by the table.
        var open = jdbc.sql(
                        "select id from journal.debts where pupil_id = :pupil and state = 'OPEN' order by id for update")
                .param("pupil", pause.pupilId())
                .query(UUID.class)
                .list();
        if (open.isEmpty()) return PauseAnswer.NO_OPEN_DEBT;
        if (pause.days().endsOn().isBefore(pause.days().startsOn())) return PauseAnswer.ENDS_BEFORE_IT_BEGINS;
        var known = of(pause.pupilId());
        if (known.stream().anyMatch(each -> each.id().equals(pause.id()))) return PauseAnswer.DONE;
        if (known.stream().anyMatch(each -> meets(each.days(), pause.days()))) return PauseAnswer.OVERLAPS;
        write(pause);
        jdbc.sql("update journal.debts set due_on = journal.debt_due(pupil_id, arisen_on), version = version + 1"
                        + " where pupil_id = :pupil and state = 'OPEN'")
                .param("pupil", pause.pupilId())
                .update();
        audit.record(new AuditEntry("journal.debt-pause-recorded", pause.organizationId(), "debt", open, Map.of()));
        events.publishEvent(new DebtTermMoved(pause.organizationId(), pause.pupilId()));
        return PauseAnswer.DONE;
    }

    private static boolean meets(Period one, Period other) {
        return !one.startsOn().isAfter(other.endsOn()) && !other.startsOn().isAfter(one.endsOn());
    }

    private void write(DebtPause pause) {
        jdbc.sql("""
                        insert into journal.debt_pauses (id, organization_id, pupil_id, kind, from_on, to_on, paper, document_id,
                            recorded_at, recorded_by)
                        values (:id, :organization, :pupil, :kind, :from, :to, :paper, :document, :at, :by)
                        """)
                .param("id", pause.id())
                .param("organization", pause.organizationId())
                .param("pupil", pause.pupilId())
                .param("kind", pause.kind().name())
                .param("from", pause.days().startsOn())
                .param("to", pause.days().endsOn())
                .param("paper", pause.paper())
                .param("document", pause.documentId(), Types.OTHER)
                .param("at", OffsetDateTime.now(clock))
                .param("by", Objects.requireNonNull(Acting.current().accountId()))
                .update();
    }
}
