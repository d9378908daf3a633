package school.chancery.students.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.Organizations;

/** «Выбыл — не прибыл»: for the school that was left, for the one that waits, and for the office over both. */
@Service
@Transactional(readOnly = true)
public class MissingChildren {
    private static final String WHERE = """
             from students.transfers t where t.state = 'LEFT' and t.moved_on <= :today
              and (t.organization_id = :organization or t.organization_id in (
                select id from organization.organizations where district_office_id = :organization))
            """;
    // The child is named to the school only: the office looks at the schools, not into their files.
    private static final String MISSING = """
            select t.id, f.short_name as from_school, coalesce(o.short_name, t.receiving_name, t.settlement) as to_school,
                t.moved_on as left_on, t.notice_due_on, c.label,
                case when t.organization_id = :organization then n.family || ' ' || n.given end as pupil
            from (select t.* %s order by t.moved_on, t.id limit :size offset :start) t
                join organization.organizations f on f.id = t.organization_id
                join organization.classes c on c.id = t.from_class_id
                left join organization.organizations o on o.id = t.receiving_organization_id
                left join people.persons n on n.id = t.person_id
            order by t.moved_on, t.id
            """.formatted(WHERE);
    private static final String MISSING_COUNT = "select count(*)" + WHERE;
    private static final String EXPECTED = """
            select r.transfer_id as id, f.short_name as from_school, o.short_name as to_school, r.left_on, r.notice_due_on,
                r.class_label as label, r.family || ' ' || r.given as pupil
            from students.place_requests r
                join organization.organizations f on f.id = r.sending_organization_id
                join organization.organizations o on o.id = r.organization_id
            where r.organization_id = :organization and r.state = 'ACCEPTED' and r.left_on <= :today
            order by r.left_on, r.id limit :size offset :start
            """;
    private static final String EXPECTED_COUNT = """
            select count(*) from students.place_requests r
            where r.organization_id = :organization and r.state = 'ACCEPTED' and r.left_on <= :today
            """;

    private final JdbcClient jdbc;
    private final Organizations organizations;

    MissingChildren(JdbcClient jdbc, Organizations organizations) {
        this.jdbc = jdbc;
        this.organizations = organizations;
    }

    /**
     * A child who has left one school and is not known to have arrived at another.
     *
     * @param pupil null for an office
     * @param late the notice should have come by now
     */
    public record Missing(
            UUID transferId,
            @Nullable String pupil,
            String classLabel,
            String from,
            @Nullable String to,
            LocalDate leftOn,
            LocalDate expectedBy,
            boolean late) {
        @Override
        public String toString() {
            return "Missing[" + transferId + "]";
        }
    }

    /** Of the schools that the actor sees: its own, for an office those of the district. */
    public Page<Missing> missing(UUID organizationId, Pageable page) {
        return page(MISSING, MISSING_COUNT, organizationId, page);
    }

    /** Children who are on their way to this school: it has given them a place and they have left the other. */
    public Page<Missing> expected(UUID organizationId, Pageable page) {
        return page(EXPECTED, EXPECTED_COUNT, organizationId, page);
    }

    /** All that {@link #missing} has, one by one. */
    public void eachMissing(UUID organizationId, Consumer<Missing> reader) {
        each(MISSING, organizationId, reader);
    }

    /** Likewise of {@link #expected}. */
    public void eachExpected(UUID organizationId, Consumer<Missing> reader) {
        each(EXPECTED, organizationId, reader);
    }

    private void each(String sql, UUID organizationId, Consumer<Missing> reader) {
        var today = organizations.today(organizationId);
        try (var all = bound(sql, organizationId, today)
                .param("size", Integer.MAX_VALUE)
                .param("start", 0)
                .query((row, i) -> missing(row, today))
                .stream()) {
            all.forEach(reader);
        }
    }

    private Page<Missing> page(String sql, String count, UUID organizationId, Pageable page) {
        var today = organizations.today(organizationId);
        var rows = bound(sql, organizationId, today)
                .param("size", page.getPageSize())
                .param("start", page.getOffset())
                .query((row, i) -> missing(row, today))
                .list();
        return new PageImpl<>(
                rows,
                page,
                bound(count, organizationId, today).query(Long.class).single());
    }

    private JdbcClient.StatementSpec bound(String sql, UUID organizationId, LocalDate today) {
        return jdbc.sql(sql).param("organization", organizationId).param("today", today);
    }

    private static Missing missing(ResultSet row, LocalDate today) throws SQLException {
        var expectedBy = row.getObject("notice_due_on", LocalDate.class);
        return new Missing(
                row.getObject("id", UUID.class),
                row.getString("pupil"),
                row.getString("label"),
                row.getString("from_school"),
                row.getString("to_school"),
                row.getObject("left_on", LocalDate.class),
                expectedBy,
                today.isAfter(expectedBy));
    }
}
