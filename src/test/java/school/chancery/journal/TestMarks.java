package school.chancery.journal;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Subjects, plans and marks for tests, as they stand in the tables. */
public final class TestMarks {
    private final JdbcClient rows;
    private final UUID organization;
    private final UUID year;

    public TestMarks(JdbcClient rows, UUID organization, UUID year) {
        this.rows = rows;
        this.organization = organization;
        this.year = year;
    }

    public UUID subject(String code, String name, String shortName) {
        var id = UUID.randomUUID();
        rows.sql(
                        "insert into organization.subjects (id, organization_id, code, name, short_name) values (?, ?, ?, ?, ?)")
                .params(id, organization, code, name, shortName)
                .update();
        return id;
    }

    /** The class is marked in these. */
    public void plan(UUID schoolClass, UUID... subjects) {
        for (var subject : subjects)
            rows.sql("insert into journal.class_subjects (class_id, subject_id, organization_id) values (?, ?, ?)")
                    .params(schoolClass, subject, organization)
                    .update();
    }

    public void mark(UUID pupil, UUID subject, MarkValue value) {
        rows.sql("""
                        insert into journal.year_marks (organization_id, pupil_id, school_year_id, subject_id, value)
                        values (?, ?, ?, ?, ?)
                        """).params(organization, pupil, year, subject, value.name()).update();
    }

    /** Short names of subjects and marks: «Матем FIVE», by subject. */
    public List<String> of(UUID pupil) {
        return rows.sql("""
                        select s.short_name || ' ' || m.value from journal.year_marks m
                            join organization.subjects s on s.id = m.subject_id
                        where m.pupil_id = ? and m.school_year_id = ? order by 1
                        """).params(pupil, year).query(String.class).list();
    }
}
