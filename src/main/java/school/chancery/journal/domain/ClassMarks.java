package school.chancery.journal.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.journal.MarkValue;
import school.chancery.organization.SchoolYear;
import school.chancery.people.PersonName;

/** The marks of a year, class by class. */
@Service
@Transactional(readOnly = true)
public class ClassMarks {
    /** Who is in a class of the year on the day that counts, with each subject of its plan. */
    private static final String PLACES = """
            from students.enrollments e join journal.class_subjects p on p.class_id = e.class_id
                left join journal.year_marks m on m.pupil_id = e.pupil_id and m.school_year_id = e.school_year_id
                    and m.subject_id = p.subject_id
            where e.school_year_id = :year and e.class_kind = 'CLASS' and e.days @> cast(:day as date)
            """;

    private static final String PROGRESS = """
            with present as (
                select class_id, count(*) as pupils from students.enrollments
                where school_year_id = :year and class_kind = 'CLASS' and days @> cast(:day as date) group by 1),
            plan as (select class_id, count(*) as subjects from journal.class_subjects
                where organization_id = :organization group by 1),
            marks as (select e.class_id, count(m.value) as entered,
                    count(*) filter (where journal.is_unsatisfactory(m.value)) as bad
                %s group by 1)
            select c.id, c.label, coalesce(present.pupils, 0) as pupils, coalesce(plan.subjects, 0) as subjects,
                coalesce(marks.entered, 0) as entered, coalesce(marks.bad, 0) as bad
            from organization.classes c left join present on present.class_id = c.id left join plan on plan.class_id = c.id
                left join marks on marks.class_id = c.id
            where c.school_year_id = :year and c.kind = 'CLASS' and (:all or c.id = any (:classes))
            order by c.grade, c.label
            """.formatted(PLACES);

    private final JdbcClient jdbc;

    ClassMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far a class is. */
    public record Progress(UUID id, String label, int pupils, int subjects, int entered, int bad) {
        public int missing() {
            return pupils * subjects - entered;
        }
    }

    public record Column(UUID id, String name, String shortName) {}

    public record Line(UUID pupilId, PersonName name, Map<UUID, MarkValue> marks) {}

    /** The day whose classes are marked: today, or the last day of a year that is over. */
    public static LocalDate day(SchoolYear year, LocalDate today) {
        if (today.isBefore(year.startsOn())) return year.startsOn();
        return today.isAfter(year.endsOn()) ? year.endsOn() : today;
    }

    public List<Progress> progress(SchoolYear year, LocalDate day) {
        return progress(year, day, true, List.of());
    }

    public List<Progress> progress(SchoolYear year, LocalDate day, Collection<UUID> classes) {
        return progress(year, day, false, classes);
    }

    private List<Progress> progress(SchoolYear year, LocalDate day, boolean all, Collection<UUID> classes) {
        return jdbc.sql(PROGRESS)
                .param("year", year.id())
                .param("organization", year.organizationId())
                .param("day", day)
                .param("all", all)
                .param("classes", classes.toArray(UUID[]::new))
                .query(Progress.class)
                .list();
    }

    public List<Column> subjects(UUID classId) {
        return jdbc.sql("""
                        select s.id, s.name, s.short_name from journal.class_subjects p
                            join organization.subjects s on s.id = p.subject_id where p.class_id = :class order by s.name
                        """).param("class", classId).query(Column.class).list();
    }

    /** One statement, however many pupils and subjects. */
    public List<Line> lines(UUID classId, LocalDate day) {
        var lines = new LinkedHashMap<UUID, Line>();
        jdbc.sql("""
                        select e.pupil_id, n.family, n.given, n.patronymic, m.subject_id, m.value
                        from students.enrollments e join people.persons n on n.id = e.person_id
                            left join journal.year_marks m on m.pupil_id = e.pupil_id and m.school_year_id = e.school_year_id
                        where e.class_id = :class and e.days @> cast(:day as date)
                        order by n.family, n.given, n.patronymic, e.pupil_id
                        """).param("class", classId).param("day", day).query(row -> {
            var line = lines.computeIfAbsent(row.getObject("pupil_id", UUID.class), id -> line(id, row));
            var subject = row.getObject("subject_id", UUID.class);
            if (subject != null) line.marks().put(subject, MarkValue.valueOf(row.getString("value")));
        });
        return new ArrayList<>(lines.values());
    }

    /** Whether each of them has been in the class. */
    public boolean has(UUID classId, Collection<UUID> pupils) {
        return jdbc.sql("select not exists (select from unnest(:pupils) as w (id) where not exists"
                        + " (select from students.enrollments e where e.class_id = :class and e.pupil_id = w.id))")
                .param("class", classId)
                .param("pupils", pupils.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    private static Line line(UUID pupilId, ResultSet row) {
        try {
            var name = new PersonName(row.getString("family"), row.getString("given"), row.getString("patronymic"));
            return new Line(pupilId, name, new HashMap<>());
        } catch (SQLException e) {
            throw new IllegalStateException("the names of a line could not be read", e);
        }
    }
}
