package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.people.PersonName;

/** All classes of the year with who leads each, since when and by which order; those without a teacher too (F047). */
@Service
@Transactional(readOnly = true)
public class ClassTeacherTable {
    private final JdbcClient jdbc;

    ClassTeacherTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A line of the table.
     *
     * @param orderNumber null for the first loading, and for a class nobody leads
     */
    public record Line(
            UUID classId,
            String label,
            @Nullable UUID staffId,
            @Nullable PersonName teacher,
            @Nullable LocalDate from,
            @Nullable UUID orderId,
            @Nullable String orderNumber,
            @Nullable LocalDate orderedOn) {}

    public List<Line> of(UUID organizationId, LocalDate day) {
        return jdbc.sql("""
                        select c.id, c.label, t.staff_id, n.family, n.given, n.patronymic, t.from_on, o.id as order_id,
                               o.number, o.registered_on
                        from organization.classes c
                        join organization.school_years y on y.id = c.school_year_id
                        left join people.class_teachers t on t.class_id = c.id
                            and :day between t.from_on and coalesce(t.to_on, 'infinity')
                        left join people.staff m on m.id = t.staff_id left join people.persons n on n.id = m.person_id
                        left join orders.orders o on o.id = t.order_id
                        where c.organization_id = :organization and :day between y.starts_on and y.ends_on
                            and :day < coalesce(c.closed_on, 'infinity')
                        order by c.kind, c.grade, c.label
                        """)
                .param("organization", organizationId)
                .param("day", day)
                .query((row, i) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        row.getObject("staff_id", UUID.class),
                        row.getString("family") == null ? null : PersonRegister.name(row),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("order_id", UUID.class),
                        row.getString("number"),
                        row.getObject("registered_on", LocalDate.class)))
                .list();
    }
}
