package school.chancery.students.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.people.PersonName;
import school.chancery.people.SearchText;

/** Pupils of one organization to choose from: by a piece of the name, the class or the number of the personal file. */
@Service
@Transactional(readOnly = true)
public class EnrolledSearch {
    public static final int LIMIT = 20;

    private final JdbcClient jdbc;

    EnrolledSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A pupil as a list shows them. */
    public record Found(
            UUID pupilId,
            PersonName name,
            @Nullable LocalDate bornOn,
            @Nullable String classLabel) {
        @Override
        public String toString() {
            return "Found[" + pupilId + "]";
        }
    }

    /**
     * @param text any text; all of its words are to be found, in any order; ё and е are alike, % and _ mean themselves; one
     *     more than {@link #LIMIT} tells of more
     */
    public List<Found> inClasses(UUID organizationId, LocalDate day, String text) {
        return jdbc.sql("""
                        select e.pupil_id, n.family, n.given, n.patronymic, n.born_on, c.label
                        from students.enrollments e
                            join organization.classes c on c.id = e.class_id
                            join people.pupils p on p.id = e.pupil_id
                            join people.persons n on n.id = e.person_id
                        where e.organization_id = :organization and e.days @> cast(:day as date)
                          and e.class_kind <> 'ASSOCIATION'
                          and translate(concat_ws(' ', n.family, n.given, n.patronymic, p.file_number, c.label), 'ёЁ', 'еЕ')
                              ilike all (:patterns)
                        order by n.family, n.given, n.patronymic, e.pupil_id limit :limit
                        """)
                .param("organization", organizationId)
                .param("day", day)
                .param("patterns", SearchText.words(text))
                .param("limit", LIMIT + 1)
                .query((row, i) -> new Found(
                        row.getObject("pupil_id", UUID.class),
                        new PersonName(row.getString("family"), row.getString("given"), row.getString("patronymic")),
                        row.getObject("born_on", LocalDate.class),
                        row.getString("label")))
                .list();
    }
}
