package school.chancery.students.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.students.RollChanges;
import school.chancery.students.YearRolled;

/** Sets of pupils that move at once. The row of the set is locked: of two at once the second finds the work done. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class RollSets implements RollChanges {
    private final JdbcClient jdbc;
    private final Rolls rolls;
    private final RollWriting writing;
    private final RollReversal reversal;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    RollSets(
            JdbcClient jdbc,
            Rolls rolls,
            RollWriting writing,
            RollReversal reversal,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.rolls = rolls;
        this.writing = writing;
        this.reversal = reversal;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** A set as the table has it. */
    record Row(UUID id, UUID organizationId, UUID schoolYearId, UUID nextYearId, String state) {}

    @Override
    public void hold(UUID organizationId) {
        rolls.holdAll(organizationId);
    }

    @Override
    public void open(NewSet set) {
        jdbc.sql("""
                        insert into students.roll_sets (id, organization_id, school_year_id, next_school_year_id)
                        values (?, ?, ?, ?) on conflict (id) do nothing
                        """)
                .params(set.id(), set.organizationId(), set.schoolYearId(), set.nextYearId())
                .update();
    }

    @Override
    public int apply(UUID setId) {
        var set = held(setId);
        var pupils = writing.pupils(setId);
        if (!set.state().equals("PLANNED")) return pupils.size();
        hold(set.organizationId());
        writing.write(set, pupils.size());
        jdbc.sql("update students.roll_sets set state = 'APPLIED', applied_at = ?, pupils = ? where id = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), pupils.size(), setId)
                .update();
        audit.record(entry("students.year-rolled", set, pupils));
        events.publishEvent(told(set, false));
        return pupils.size();
    }

    @Override
    public List<UUID> changedSince(UUID setId) {
        return reversal.changedSince(setId);
    }

    @Override
    public void undo(UUID setId, UUID orderId, String reason) {
        var set = held(setId);
        if (set.state().equals("UNDONE")) return;
        hold(set.organizationId());
        reversal.write(set, orderId, reason);
        jdbc.sql("update students.roll_sets set state = 'UNDONE', undone_at = ?, undo_order_id = ? where id = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), orderId, setId)
                .update();
        audit.record(
                entry("students.year-rolled-back", set, writing.pupils(setId)).with("order", orderId.toString()));
        events.publishEvent(told(set, true));
    }

    /** What was written for another number of pupils than was asked must not be kept. */
    static void require(Row set, String what, int wanted, int written) {
        if (wanted != written)
            throw new IllegalStateException(
                    "roll set " + set.id() + ": " + what + " " + written + " instead of " + wanted);
    }

    private Row held(UUID setId) {
        return jdbc.sql("select * from students.roll_sets where id = ? for update")
                .param(setId)
                .query(RollSets::row)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("roll set " + setId));
    }

    private static YearRolled told(Row set, boolean takenBack) {
        return new YearRolled(set.id(), set.organizationId(), set.schoolYearId(), set.nextYearId(), takenBack);
    }

    private static AuditEntry entry(String act, Row set, List<UUID> pupils) {
        return new AuditEntry(act, set.organizationId(), "pupil", pupils, Map.of())
                .with("set", set.id().toString())
                .with("year", set.schoolYearId().toString());
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getObject("school_year_id", UUID.class),
                row.getObject("next_school_year_id", UUID.class),
                row.getString("state"));
    }
}
