package school.chancery.people.domain;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.people.TeachingAssignments;

@Service
@Transactional
class TeachingAssignmentBook implements TeachingAssignments {
    private static final String SELECT = """
            select id, staff_id, class_id, subject_id, subgroup_id, from_on as "from", to_on as "to"
            from people.teaching_assignments
            where :day between from_on and coalesce(to_on, 'infinity') and\s""";

    private final JdbcClient jdbc;
    private final Audit audit;

    TeachingAssignmentBook(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public List<TeachingAssignment> ofClass(UUID classId, LocalDate on) {
        return jdbc.sql(SELECT + "class_id = :class order by subject_id, subgroup_id, id")
                .param("day", on)
                .param("class", classId)
                .query(TeachingAssignment.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<TeachingAssignment> ofStaff(UUID staffId, LocalDate on) {
        return jdbc.sql(SELECT + "staff_id = :staff order by class_id, subject_id, subgroup_id, id")
                .param("day", on)
                .param("staff", staffId)
                .query(TeachingAssignment.class)
                .list();
    }

    @Override
    public void assign(NewAssignment assignment) {
        var assigned = jdbc.sql("""
                        insert into people.teaching_assignments
                            (id, organization_id, staff_id, class_id, subject_id, subgroup_id, from_on, to_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do nothing
                        """)
                .param(1, assignment.id())
                .param(2, assignment.organizationId())
                .param(3, assignment.staffId())
                .param(4, assignment.classId())
                .param(5, assignment.subjectId())
                .param(6, assignment.subgroupId(), Types.OTHER)
                .param(7, assignment.from())
                .param(8, assignment.to(), Types.DATE)
                .update();
        if (assigned > 0) record("people.teaching-assigned", assignment.organizationId(), assignment.id());
    }

    @Override
    public void end(UUID assignmentId, LocalDate lastDay) {
        jdbc.sql("update people.teaching_assignments set to_on = greatest(?, from_on - 1), version = version + 1"
                        + " where id = ? and coalesce(to_on, 'infinity') > ? returning organization_id")
                .params(lastDay, assignmentId, lastDay)
                .query(UUID.class)
                .optional()
                .ifPresent(organization -> record("people.teaching-ended", organization, assignmentId));
    }

    private void record(String action, UUID organizationId, UUID id) {
        audit.record(AuditEntry.of(action, organizationId, "teaching-assignment", id));
    }
}
