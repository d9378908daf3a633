package school.chancery.students.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.Organizations;

/** Transfers in lists: of one school, and «выбыл — не прибыл» for both schools and the office. */
@Service
@Transactional(readOnly = true)
public class TransferLists {
    private static final String WHERE = """
             from students.transfers t where t.organization_id = :organization
              and (cast(:state as text) is null or t.state = :state)
            """;
    // The child of both lists is named to the schools only: the office looks at the schools, not into their files.
    private static final String MISSING = """
            select t.id, t.organization_id, t.receiving_organization_id, t.receiving_name, t.settlement, t.moved_on,
                c.label, case when t.organization_id = :organization then n.family || ' ' || n.given end as pupil
            from students.transfers t
                join organization.classes c on c.id = t.from_class_id
                left join people.persons n on n.id = t.person_id
            where t.state = 'LEFT' and t.moved_on <= :today
            order by t.moved_on, t.id
            """;

    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final StudentTerms terms;

    TransferLists(JdbcClient jdbc, Organizations organizations, StudentTerms terms) {
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.terms = terms;
    }

    /** A line of the school's own list. */
    public record Line(
            UUID id,
            String pupil,
            String classLabel,
            TransferKind kind,
            TransferState state,
            @Nullable String destination,
            LocalDate appliedOn,
            LocalDate effectiveOn,
            @Nullable LocalDate orderDueOn,
            boolean overdue) {
        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
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

    /** The school's own, the newest first. */
    public Page<Line> of(UUID organizationId, @Nullable TransferState state, Pageable page) {
        var today = organizations.today(organizationId);
        var lines = jdbc.sql("""
                        select t.*, n.family || ' ' || n.given as pupil, c.label, d.label as to_label
                        from (select * %s order by t.proposed_at desc, t.id limit :size offset :start) t
                            join people.persons n on n.id = t.person_id
                            join organization.classes c on c.id = t.from_class_id
                            left join organization.classes d on d.id = t.to_class_id
                        order by t.proposed_at desc, t.id
                        """.formatted(WHERE))
                .param("organization", organizationId)
                .param("state", state == null ? null : state.name())
                .param("size", page.getPageSize())
                .param("start", page.getOffset())
                .query((row, i) -> line(row, today))
                .list();
        var count = jdbc.sql("select count(*)" + WHERE)
                .param("organization", organizationId)
                .param("state", state == null ? null : state.name())
                .query(Long.class)
                .single();
        return new PageImpl<>(lines, page, count);
    }

    /** Of the schools that the actor sees: its own, for an office those of the district. */
    public List<Missing> missing(UUID organizationId) {
        var today = organizations.today(organizationId);
        return jdbc.sql(MISSING)
                .param("organization", organizationId)
                .param("today", today)
                .query((row, i) -> missing(row, today))
                .list();
    }

    /** Children who are on their way to this school: it has given them a place and they have left the other. */
    public List<Missing> expected(UUID organizationId) {
        var today = organizations.today(organizationId);
        return jdbc.sql("""
                        select r.transfer_id as id, r.sending_organization_id as organization_id,
                            r.organization_id as receiving_organization_id, null as receiving_name, null as settlement,
                            r.left_on as moved_on, r.class_label as label, r.family || ' ' || r.given as pupil
                        from students.place_requests r
                        where r.organization_id = :organization and r.state = 'ACCEPTED' and r.left_on <= :today
                        order by r.left_on, r.id
                        """)
                .param("organization", organizationId)
                .param("today", today)
                .query((row, i) -> missing(row, today))
                .list();
    }

    private Line line(ResultSet row, LocalDate today) throws SQLException {
        var due = row.getObject("order_due_on", LocalDate.class);
        var state = TransferState.valueOf(row.getString("state"));
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("pupil"),
                row.getString("label"),
                TransferKind.valueOf(row.getString("kind")),
                state,
                row.getString("to_label") == null ? destination(row) : row.getString("to_label"),
                row.getObject("applied_on", LocalDate.class),
                row.getObject("effective_on", LocalDate.class),
                due,
                state == TransferState.REQUESTED && due != null && today.isAfter(due));
    }

    private Missing missing(ResultSet row, LocalDate today) throws SQLException {
        var school = row.getObject("organization_id", UUID.class);
        var leftOn = row.getObject("moved_on", LocalDate.class);
        var expectedBy = terms.arrivalNotice(school, leftOn);
        return new Missing(
                row.getObject("id", UUID.class),
                row.getString("pupil"),
                row.getString("label"),
                organizations.require(school).shortName(),
                destination(row),
                leftOn,
                expectedBy,
                today.isAfter(expectedBy));
    }

    private @Nullable String destination(ResultSet row) throws SQLException {
        var receiving = row.getObject("receiving_organization_id", UUID.class);
        if (receiving != null) return organizations.require(receiving).shortName();
        var name = row.getString("receiving_name");
        return name == null ? row.getString("settlement") : name;
    }
}
