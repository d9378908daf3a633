package school.chancery.journal.domain;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.journal.MarkValue;

/**
 * Every place of a mark, filled or not, row by row: the list that leaves the house, and comes back as an import. Without those whose
 * data are blocked: what has left cannot be called back.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class MarkLists {
    private static final int FETCH_SIZE = 500;
    private static final String ROWS = """
            select c.label, n.family || ' ' || n.given || coalesce(' ' || n.patronymic, '') as name, u.file_number,
                s.name as subject, m.value
            from organization.classes c join students.enrollments e on e.class_id = c.id and e.days @> cast(? as date)
                join people.persons n on n.id = e.person_id join people.pupils u on u.id = e.pupil_id
                join journal.class_subjects p on p.class_id = c.id join organization.subjects s on s.id = p.subject_id
                left join journal.year_marks m on m.pupil_id = e.pupil_id and m.school_year_id = e.school_year_id
                    and m.subject_id = p.subject_id
            where c.school_year_id = ? and c.kind = 'CLASS' and not exists (select from people.blocks b
                where b.organization_id = u.organization_id and b.person_id = u.person_id and b.lifted_on is null)
            order by c.grade, c.label, name, u.id, s.name
            """;

    private final JdbcTemplate jdbc;

    MarkLists(JdbcTemplate jdbc) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCH_SIZE);
    }

    public record Row(
            String label,
            String name,
            @Nullable String fileNumber,
            String subject,
            @Nullable MarkValue value) {}

    public void each(UUID schoolYearId, LocalDate day, Consumer<Row> row) {
        jdbc.query(
                ROWS,
                found -> {
                    var value = found.getString("value");
                    row.accept(new Row(
                            found.getString("label"),
                            found.getString("name"),
                            found.getString("file_number"),
                            found.getString("subject"),
                            value == null ? null : MarkValue.valueOf(value)));
                },
                day,
                schoolYearId);
    }
}
