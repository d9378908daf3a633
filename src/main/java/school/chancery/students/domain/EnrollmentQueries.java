package school.chancery.students.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import school.chancery.organization.ClassKind;
import school.chancery.people.PersonName;
import school.chancery.students.ClassMember;
import school.chancery.students.ClassSize;
import school.chancery.students.Enrollment;

/** Reads the enrolments; row level security says whose. */
@Repository
class EnrollmentQueries {
    private static final String SELECT = """
            select e.*, c.label, c.grade, coalesce(e.to_on, e.year_ends_on) as last_on
            from students.enrollments e join organization.classes c on c.id = e.class_id
            where e.pupil_id = :pupil
            """;
    private static final String MEMBERS =
            " from students.enrollments e where e.class_id = :class and e.days @> cast(:day as date)";

    private final JdbcClient jdbc;

    EnrollmentQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Enrollment> of(UUID pupilId, LocalDate day) {
        return jdbc.sql(SELECT + " and e.class_kind <> 'ASSOCIATION' and e.days @> cast(:day as date)")
                .param("pupil", pupilId)
                .param("day", day)
                .query(EnrollmentQueries::enrollment)
                .optional();
    }

    List<Enrollment> history(UUID pupilId) {
        return jdbc.sql(SELECT + " order by e.from_on desc, e.sequence desc")
                .param("pupil", pupilId)
                .query(EnrollmentQueries::enrollment)
                .list();
    }

    Page<ClassMember> inClass(UUID classId, LocalDate day, Pageable page) {
        return new PageImpl<>(members(classId, day, page), page, count(classId, day));
    }

    int count(UUID classId, LocalDate day) {
        return jdbc.sql("select count(*)" + MEMBERS)
                .param("class", classId)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** The most there will be on any day from that one on: whoever is enrolled for a later day has a place already. */
    int most(UUID classId, LocalDate from) {
        return jdbc.sql("""
                        select max((select count(*) from students.enrollments e
                            where e.class_id = :class and e.days @> wanted.day))
                        from (select cast(:from as date) as day
                            union select from_on from students.enrollments where class_id = :class and from_on > :from) wanted
                        """)
                .param("class", classId)
                .param("from", from)
                .query(Integer.class)
                .single();
    }

    List<ClassSize> classSizes(UUID organizationId, LocalDate day) {
        return jdbc.sql("""
                        select c.id, c.kind, c.grade, c.label, count(*) as pupils
                        from students.enrollments e join organization.classes c on c.id = e.class_id
                        where e.organization_id = :organization and e.days @> cast(:day as date)
                        group by c.id, c.kind, c.grade, c.label
                        order by c.grade nulls last, c.label
                        """)
                .param("organization", organizationId)
                .param("day", day)
                .query((row, i) -> new ClassSize(
                        row.getObject("id", UUID.class),
                        ClassKind.valueOf(row.getString("kind")),
                        row.getObject("grade", Integer.class),
                        row.getString("label"),
                        row.getInt("pupils")))
                .list();
    }

    private List<ClassMember> members(UUID classId, LocalDate day, Pageable page) {
        return jdbc.sql("""
                        select e.pupil_id, e.person_id, e.from_on, n.family, n.given, n.patronymic, n.born_on, p.file_number
                        from students.enrollments e
                            join people.pupils p on p.id = e.pupil_id
                            join people.persons n on n.id = e.person_id
                        where e.class_id = :class and e.days @> cast(:day as date)
                        order by n.family, n.given, n.patronymic, e.pupil_id limit :size offset :start
                        """)
                .param("class", classId)
                .param("day", day)
                .param("size", page.isPaged() ? page.getPageSize() : Integer.MAX_VALUE)
                .param("start", page.isPaged() ? page.getOffset() : 0)
                .query((row, i) -> new ClassMember(
                        row.getObject("pupil_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        new PersonName(row.getString("family"), row.getString("given"), row.getString("patronymic")),
                        row.getObject("born_on", LocalDate.class),
                        row.getString("file_number"),
                        row.getObject("from_on", LocalDate.class)))
                .list();
    }

    private static Enrollment enrollment(ResultSet row, int index) throws SQLException {
        return new Enrollment(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getObject("pupil_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getObject("school_year_id", UUID.class),
                row.getObject("class_id", UUID.class),
                row.getString("label"),
                row.getObject("grade", Integer.class),
                row.getInt("sequence"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("last_on", LocalDate.class),
                row.getObject("entry_order_id", UUID.class));
    }
}
