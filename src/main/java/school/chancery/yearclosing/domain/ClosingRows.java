package school.chancery.yearclosing.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;

/** The rows of the closings. Whoever changes one holds it: of two at once the second sees what the first has made of it. */
@Component
class ClosingRows {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    ClosingRows(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    ClosingView require(UUID id) {
        return find(id, "").orElseThrow(() -> new IllegalArgumentException("closing " + id));
    }

    Optional<ClosingView> find(UUID id) {
        return find(id, "");
    }

    @Transactional(propagation = Propagation.MANDATORY)
    ClosingView hold(UUID id) {
        return find(id, " for update").orElseThrow(() -> new IllegalArgumentException("closing " + id));
    }

    private Optional<ClosingView> find(UUID id, String lock) {
        return jdbc.sql("select * from yearclosing.closings where id = ?" + lock)
                .param(id)
                .query(ClosingRows::view)
                .optional();
    }

    /** The one that counts for the year, else the newest. */
    Optional<ClosingView> ofYear(UUID schoolYearId) {
        return jdbc.sql("""
                        select * from yearclosing.closings where school_year_id = ?
                        order by state in ('UNDONE', 'ABANDONED'), opened_at desc limit 1
                        """).param(schoolYearId).query(ClosingRows::view).optional();
    }

    /** The newest of each organization and year. */
    List<ClosingView> all(Collection<UUID> organizationIds) {
        return jdbc.sql("""
                        select distinct on (organization_id, school_year_id) * from yearclosing.closings
                        where organization_id = any (?)
                        order by organization_id, school_year_id, state in ('UNDONE', 'ABANDONED'), opened_at desc
                        """)
                .param(organizationIds.toArray(UUID[]::new))
                .query(ClosingRows::view)
                .list();
    }

    /** @param set assignments with a question mark for each value */
    @Transactional(propagation = Propagation.MANDATORY)
    void write(UUID id, String set, Object... values) {
        var statement = jdbc.sql("update yearclosing.closings set " + set + ", version = version + 1 where id = ?");
        for (var value : values) statement = statement.param(value);
        statement.param(id).update();
    }

    void record(String act, ClosingView closing) {
        audit.record(AuditEntry.of(act, closing.organizationId(), "year-closing", closing.id()));
    }

    /** An act that concerns one pupil. */
    void record(String act, ClosingView closing, UUID pupilId) {
        audit.record(AuditEntry.of(act, closing.organizationId(), "pupil", pupilId)
                .with("closing", closing.id().toString()));
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ClosingView view(ResultSet row, int index) throws SQLException {
        return new ClosingView(
                id(row, "id"),
                id(row, "organization_id"),
                id(row, "school_year_id"),
                row.getObject("next_school_year_id", UUID.class),
                ClosingState.valueOf(row.getString("state")),
                id(row, "opened_by"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                at(row, "frozen_at"),
                row.getInt("runs"),
                row.getObject("council_minutes_id", UUID.class),
                row.getObject("graduates_last_on", LocalDate.class),
                row.getInt("plan_number"),
                row.getString("plan_hash"),
                row.getObject("confirmed_by", UUID.class),
                at(row, "confirmed_at"),
                row.getObject("countersigned_by", UUID.class),
                at(row, "countersigned_at"),
                row.getObject("roll_set_id", UUID.class),
                at(row, "applied_at"),
                at(row, "activated_at"),
                row.getObject("sealed_by", UUID.class),
                at(row, "sealed_at"),
                row.getString("undo_reason"),
                row.getObject("undo_order_id", UUID.class));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
