package school.chancery.students.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.ClassSizes;
import school.chancery.people.PupilClasses;
import school.chancery.students.Enrollment;

/** Answers the modules below that show pupils and classes and do not know the enrolments. */
@Component
@Transactional(readOnly = true)
class ClassLists implements ClassSizes, PupilClasses {
    private final JdbcClient jdbc;
    private final EnrollmentQueries enrollments;

    ClassLists(JdbcClient jdbc, EnrollmentQueries enrollments) {
        this.jdbc = jdbc;
        this.enrollments = enrollments;
    }

    @Override
    public Map<UUID, Integer> on(Collection<UUID> schoolYearIds, LocalDate day) {
        var sizes = new HashMap<UUID, Integer>();
        if (schoolYearIds.isEmpty()) return sizes;
        jdbc.sql("""
                        select class_id, count(*) as pupils from students.enrollments
                        where school_year_id in (:years) and days @> cast(:day as date) group by class_id
                        """).param("years", schoolYearIds).param("day", day).query(row -> {
            sizes.put(row.getObject("class_id", UUID.class), row.getInt("pupils"));
        });
        return sizes;
    }

    @Override
    public Map<UUID, String> labels(Collection<UUID> pupilIds, LocalDate on) {
        var labels = new HashMap<UUID, String>();
        if (pupilIds.isEmpty()) return labels;
        jdbc.sql("""
                        select e.pupil_id, string_agg(c.label, ', ' order by c.kind, c.label) as label
                        from students.enrollments e join organization.classes c on c.id = e.class_id
                        where e.pupil_id in (:pupils) and e.days @> cast(:day as date) group by e.pupil_id
                        """).param("pupils", pupilIds).param("day", on).query(row -> {
            labels.put(row.getObject("pupil_id", UUID.class), row.getString("label"));
        });
        return labels;
    }

    @Override
    public List<String> classes(UUID organizationId, LocalDate on) {
        return jdbc.sql("""
                        select c.label from organization.classes c
                        where c.organization_id = :organization and exists (select from students.enrollments e
                            where e.class_id = c.id and e.days @> cast(:day as date))
                        order by c.grade nulls last, c.label
                        """)
                .param("organization", organizationId)
                .param("day", on)
                .query(String.class)
                .list();
    }

    @Override
    public List<ClassStay> history(UUID pupilId) {
        return enrollments.history(pupilId).stream()
                .sorted(Comparator.comparing(Enrollment::fromOn).thenComparing(Enrollment::sequence))
                .map(stay -> new ClassStay(stay.classLabel(), stay.fromOn(), stay.lastOn()))
                .toList();
    }

    @Override
    public List<UUID> pupils(UUID organizationId, String label, LocalDate on) {
        return jdbc.sql("""
                        select e.pupil_id from students.enrollments e join organization.classes c on c.id = e.class_id
                        where e.organization_id = :organization and lower(c.label) = lower(:label)
                          and e.days @> cast(:day as date)
                        """)
                .param("organization", organizationId)
                .param("label", label)
                .param("day", on)
                .query(UUID.class)
                .list();
    }
}
