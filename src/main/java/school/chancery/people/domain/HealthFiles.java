package school.chancery.people.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.people.PersonName;
import school.chancery.people.PupilCard;

/** Health and special needs of children. There is no way to read them that leaves no line in the log. */
@Service
@Transactional
public class HealthFiles {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    HealthFiles(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who reads and, unless it is their daily work, what for. */
    public record Reader(UUID accountId, @Nullable String reason) {}

    /** One line of the log. */
    public record Reading(
            UUID pupilId,
            PersonName pupil,
            UUID accountId,
            String what,
            @Nullable String reason,
            OffsetDateTime at) {}

    public Optional<HealthRecord> health(PupilCard pupil, Reader reader) {
        log(pupil, "HEALTH", reader);
        return jdbc.sql("select * from people.health_records where pupil_id = ?")
                .param(pupil.id())
                .query(HealthFiles::health)
                .optional();
    }

    public Optional<SpecialNeeds> needs(PupilCard pupil, Reader reader) {
        log(pupil, "NEEDS", reader);
        return jdbc.sql("select * from people.special_needs where pupil_id = ?")
                .param(pupil.id())
                .query(HealthFiles::needs)
                .optional();
    }

    /** Pupils of whom something is kept: the list itself tells it, so it is a reading of each of them. */
    public List<UUID> kept(UUID organizationId, Reader reader) {
        return jdbc.sql("""
                        with kept as (
                            select pupil_id from people.health_records where organization_id = :organization
                            union select pupil_id from people.special_needs where organization_id = :organization),
                        logged as (
                            insert into people.health_readings (organization_id, pupil_id, account_id, what, reason, read_at)
                            select :organization, pupil_id, :account, 'LIST', :reason, :now from kept)
                        select pupil_id from kept
                        """)
                .param("organization", organizationId)
                .param("account", reader.accountId())
                .param("reason", reader.reason(), Types.VARCHAR)
                .param("now", OffsetDateTime.now(clock))
                .query(UUID.class)
                .list();
    }

    public void save(PupilCard pupil, HealthRecord health, UUID by) {
        jdbc.sql("""
                        insert into people.health_records (id, organization_id, pupil_id, health_group, physical_group,
                            conditions, allergies, advice, ground_kind, ground_text, ground_on, recorded_by, recorded_at)
                        values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (pupil_id) do update set health_group = excluded.health_group,
                            physical_group = excluded.physical_group, conditions = excluded.conditions,
                            allergies = excluded.allergies, advice = excluded.advice, ground_kind = excluded.ground_kind,
                            ground_text = excluded.ground_text, ground_on = excluded.ground_on,
                            recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at,
                            version = health_records.version + 1
                        """)
                .param(1, pupil.organizationId())
                .param(2, pupil.id())
                .param(3, health.healthGroup(), Types.SMALLINT)
                .param(
                        4,
                        health.physicalGroup() == null
                                ? null
                                : health.physicalGroup().name(),
                        Types.VARCHAR)
                .param(5, health.conditions(), Types.VARCHAR)
                .param(6, health.allergies(), Types.VARCHAR)
                .param(7, health.advice(), Types.VARCHAR)
                .param(8, health.ground().kind().name())
                .param(9, health.ground().text())
                .param(10, health.ground().on())
                .param(11, by)
                .param(12, OffsetDateTime.now(clock))
                .update();
        changed("people.health-recorded", pupil);
    }

    public void save(PupilCard pupil, SpecialNeeds needs, UUID by) {
        jdbc.sql("""
                        insert into people.special_needs (id, organization_id, pupil_id, category, disability, programme,
                            conclusion_number, conclusion_on, valid_to, conditions, ground_kind, ground_text, ground_on,
                            recorded_by, recorded_at)
                        values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (pupil_id) do update set category = excluded.category,
                            disability = excluded.disability, programme = excluded.programme,
                            conclusion_number = excluded.conclusion_number, conclusion_on = excluded.conclusion_on,
                            valid_to = excluded.valid_to, conditions = excluded.conditions,
                            ground_kind = excluded.ground_kind, ground_text = excluded.ground_text,
                            ground_on = excluded.ground_on, recorded_by = excluded.recorded_by,
                            recorded_at = excluded.recorded_at, version = special_needs.version + 1
                        """)
                .param(1, pupil.organizationId())
                .param(2, pupil.id())
                .param(3, needs.category().name())
                .param(4, needs.disability())
                .param(5, needs.programme(), Types.VARCHAR)
                .param(6, needs.conclusionNumber(), Types.VARCHAR)
                .param(7, needs.conclusionOn(), Types.DATE)
                .param(8, needs.validTo(), Types.DATE)
                .param(9, needs.conditions(), Types.VARCHAR)
                .param(10, needs.ground().kind().name())
                .param(11, needs.ground().text())
                .param(12, needs.ground().on())
                .param(13, by)
                .param(14, OffsetDateTime.now(clock))
                .update();
        changed("people.needs-recorded", pupil);
    }

    /** The log, newest first. */
    @Transactional(readOnly = true)
    public Page<Reading> readings(UUID organizationId, Pageable page) {
        var lines = jdbc.sql("""
                        select r.pupil_id, n.family, n.given, n.patronymic, r.account_id, r.what, r.reason, r.read_at
                        from people.health_readings r join people.pupils p on p.id = r.pupil_id
                        join people.persons n on n.id = p.person_id
                        where r.organization_id = ? order by r.id desc limit ? offset ?
                        """)
                .params(organizationId, page.getPageSize(), page.getOffset())
                .query((row, i) -> new Reading(
                        row.getObject("pupil_id", UUID.class),
                        PersonRegister.name(row),
                        row.getObject("account_id", UUID.class),
                        row.getString("what"),
                        row.getString("reason"),
                        row.getObject("read_at", OffsetDateTime.class)))
                .list();
        var total = jdbc.sql("select count(*) from people.health_readings where organization_id = ?")
                .param(organizationId)
                .query(Long.class)
                .single();
        return new PageImpl<>(lines, page, total);
    }

    private void log(PupilCard pupil, String what, Reader reader) {
        jdbc.sql("insert into people.health_readings (organization_id, pupil_id, account_id, what, reason, read_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(1, pupil.organizationId())
                .param(2, pupil.id())
                .param(3, reader.accountId())
                .param(4, what)
                .param(5, reader.reason(), Types.VARCHAR)
                .param(6, OffsetDateTime.now(clock))
                .update();
    }

    private void changed(String action, PupilCard pupil) {
        audit.record(AuditEntry.of(action, pupil.organizationId(), "pupil", pupil.id()));
    }

    private static HealthRecord health(ResultSet row, int index) throws SQLException {
        var physical = row.getString("physical_group");
        return new HealthRecord(
                row.getObject("health_group", Integer.class),
                physical == null ? null : HealthRecord.PhysicalGroup.valueOf(physical),
                row.getString("conditions"),
                row.getString("allergies"),
                row.getString("advice"),
                ground(row));
    }

    private static SpecialNeeds needs(ResultSet row, int index) throws SQLException {
        return new SpecialNeeds(
                SpecialNeeds.Category.valueOf(row.getString("category")),
                row.getBoolean("disability"),
                row.getString("programme"),
                row.getString("conclusion_number"),
                row.getObject("conclusion_on", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("conditions"),
                ground(row));
    }

    private static HealthGround ground(ResultSet row) throws SQLException {
        return new HealthGround(
                HealthGround.Kind.valueOf(row.getString("ground_kind")),
                row.getString("ground_text"),
                row.getObject("ground_on", LocalDate.class));
    }
}
