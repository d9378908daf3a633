package school.chancery.journal.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;

/** Which subjects a class is marked in at the end of the year. */
@Service
@Transactional
public class ClassPlans {
    /** Marks of the class in subjects that would not be among its own any more. */
    private static final String LEFT_OVER = """
            select exists (select from students.enrollments e
                join journal.class_subjects p on p.class_id = e.class_id
                join journal.year_marks m on m.pupil_id = e.pupil_id and m.school_year_id = e.school_year_id
                    and m.subject_id = p.subject_id
                where e.class_id = :class and not m.subject_id = any (:subjects))
            """;

    private static final String PROPOSE = """
            insert into journal.class_subjects (class_id, subject_id, organization_id)
            select distinct a.class_id, a.subject_id, a.organization_id
            from people.teaching_assignments a join organization.classes c on c.id = a.class_id
            where c.school_year_id = :year and c.kind = 'CLASS' and a.organization_id = :organization
                and not exists (select from journal.class_subjects p where p.class_id = a.class_id)
            returning class_id
            """;

    private final JdbcClient jdbc;
    private final Audit audit;

    ClassPlans(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Set<UUID> of(UUID classId) {
        return Set.copyOf(jdbc.sql("select subject_id from journal.class_subjects where class_id = :class")
                .param("class", classId)
                .query(UUID.class)
                .list());
    }

    /** False, and nothing changed, when marks stand in a subject that would go. */
    public boolean set(UUID organizationId, UUID classId, Collection<UUID> subjects) {
        var wanted = subjects.toArray(UUID[]::new);
        var leftOver = jdbc.sql(LEFT_OVER)
                .param("class", classId)
                .param("subjects", wanted)
                .query(Boolean.class)
                .single();
        if (leftOver) return false;
        var gone = jdbc.sql("delete from journal.class_subjects where class_id = :class"
                        + " and organization_id = :organization and not subject_id = any (:subjects)")
                .param("class", classId)
                .param("organization", organizationId)
                .param("subjects", wanted)
                .update();
        var added = jdbc.sql("""
                        insert into journal.class_subjects (class_id, subject_id, organization_id)
                        select :class, s.id, s.organization_id from organization.subjects s
                        where s.id = any (:subjects) and s.organization_id = :organization
                        on conflict do nothing
                        """)
                .param("class", classId)
                .param("organization", organizationId)
                .param("subjects", wanted)
                .update();
        if (gone + added > 0) record(organizationId, List.of(classId));
        return true;
    }

    /**
     * Gives each class of the year that is marked in nothing yet the subjects its teachers teach there.
     *
     * @return how many classes
     */
    public int propose(UUID organizationId, UUID schoolYearId) {
        var classes = jdbc
                .sql(PROPOSE)
                .param("year", schoolYearId)
                .param("organization", organizationId)
                .query(UUID.class)
                .list()
                .stream()
                .distinct()
                .toList();
        if (!classes.isEmpty()) record(organizationId, classes);
        return classes.size();
    }

    private void record(UUID organizationId, List<UUID> classes) {
        audit.record(new AuditEntry("journal.class-subjects-set", organizationId, "class", classes, Map.of()));
    }
}
