package school.chancery.platform.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.organization.Organizations;
import school.chancery.people.Staff;
import school.chancery.people.StaffMember;
import school.chancery.platform.domain.StructureUnit.Kind;
import school.chancery.students.Enrollments;

/** What must exist on the platform: computed from the register, created there by a person, ticked off here. */
@Service
@Transactional
public class Structures {
    private final JdbcClient jdbc;
    private final Staff staff;
    private final Enrollments enrollments;
    private final Organizations organizations;
    private final Audit audit;

    Structures(JdbcClient jdbc, Staff staff, Enrollments enrollments, Organizations organizations, Audit audit) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.enrollments = enrollments;
        this.organizations = organizations;
        this.audit = audit;
    }

    /** Adds what the register has and the plan has not: the staff room and today's classes. Again = no change. */
    public void plan(ApplicationView application) {
        var today = organizations.today(application.organizationId());
        add(application, Kind.STAFF_ROOM, "", 0, pedagogues(application, today));
        var place = 1;
        for (var one : enrollments.classSizes(application.organizationId(), today)) {
            add(application, Kind.CLASS, one.label(), place++, one.pupils());
        }
    }

    @Transactional(readOnly = true)
    public List<StructureUnit> of(UUID applicationId) {
        return jdbc.sql("select * from platform.structure_units where application_id = :id order by place, label")
                .param("id", applicationId)
                .query(Structures::unit)
                .list();
    }

    /** Ticks units off with the platform's ids; unknown units are passed over, a blank id takes the tick away. */
    public void tick(ApplicationView application, Map<UUID, String> externalIds, UUID by) {
        // Cleared first: two units that exchange their ids would meet halfway.
        externalIds.forEach((unit, externalId) -> clear(application, unit, externalId.strip(), by));
        var today = organizations.today(application.organizationId());
        externalIds.forEach((unit, externalId) -> set(application, unit, externalId.strip(), today, by));
        audit.record(AuditEntry.of(
                "platform.structure-ticked", application.organizationId(), "application", application.id()));
    }

    /** Says of everything not created why it is not. */
    public void skipRest(ApplicationView application, String reason) {
        jdbc.sql(
                        "update platform.structure_units set skipped_reason = :reason where application_id = :id and external_id is null")
                .param("reason", reason)
                .param("id", application.id())
                .update();
    }

    private void clear(ApplicationView application, UUID unit, String externalId, UUID by) {
        jdbc.sql("""
                        update platform.structure_units set external_id = null, created_on = null, created_by = :by
                        where id = :unit and application_id = :application and external_id <> :externalId
                        """)
                .param("by", by)
                .param("unit", unit)
                .param("application", application.id())
                .param("externalId", externalId)
                .update();
    }

    private void set(ApplicationView application, UUID unit, String externalId, LocalDate today, UUID by) {
        if (externalId.isEmpty()) return;
        jdbc.sql("""
                        update platform.structure_units
                        set external_id = :externalId, created_on = :today, created_by = :by, skipped_reason = null
                        where id = :unit and application_id = :application and external_id is null
                        """)
                .param("externalId", externalId)
                .param("today", today)
                .param("by", by)
                .param("unit", unit)
                .param("application", application.id())
                .update();
    }

    private int pedagogues(ApplicationView application, LocalDate today) {
        return (int) staff.employed(application.organizationId(), today).stream()
                .filter(member -> member.category() != StaffMember.Category.SUPPORT)
                .count();
    }

    private void add(ApplicationView application, Kind kind, String label, int place, int members) {
        jdbc.sql("""
                        insert into platform.structure_units
                            (application_id, organization_id, kind, label, place, members)
                        values (:application, :organization, :kind, :label, :place, :members)
                        on conflict (application_id, kind, label) do nothing
                        """)
                .param("application", application.id())
                .param("organization", application.organizationId())
                .param("kind", kind.name())
                .param("label", label)
                .param("place", place)
                .param("members", members)
                .update();
    }

    private static StructureUnit unit(ResultSet row, int index) throws SQLException {
        return new StructureUnit(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("label"),
                row.getInt("members"),
                row.getString("external_id"),
                row.getObject("created_on", LocalDate.class),
                row.getString("skipped_reason"));
    }
}
