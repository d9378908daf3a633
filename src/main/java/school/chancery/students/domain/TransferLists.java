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

/** The transfers of one school in lists. */
@Service
@Transactional(readOnly = true)
public class TransferLists {
    private static final String WHERE = """
             from students.transfers t where t.organization_id = :organization
              and (cast(:state as text) is null or t.state = :state)
            """;
    private static final String LINES = """
            select t.*, n.family || ' ' || n.given as pupil, c.label,
                coalesce(d.label, o.short_name, t.receiving_name, t.settlement) as destination
            from (select * %s order by t.proposed_at desc, t.id limit :size offset :start) t
                join people.persons n on n.id = t.person_id
                join organization.classes c on c.id = t.from_class_id
                left join organization.classes d on d.id = t.to_class_id
                left join organization.organizations o on o.id = t.receiving_organization_id
            order by t.proposed_at desc, t.id
            """.formatted(WHERE);

    private final JdbcClient jdbc;
    private final Organizations organizations;

    TransferLists(JdbcClient jdbc, Organizations organizations) {
        this.jdbc = jdbc;
        this.organizations = organizations;
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

    /** The school's own, the newest first. */
    public Page<Line> of(UUID organizationId, @Nullable TransferState state, Pageable page) {
        var today = organizations.today(organizationId);
        var lines = bound(LINES, organizationId, state)
                .param("size", page.getPageSize())
                .param("start", page.getOffset())
                .query((row, i) -> line(row, today))
                .list();
        var count = bound("select count(*)" + WHERE, organizationId, state)
                .query(Long.class)
                .single();
        return new PageImpl<>(lines, page, count);
    }

    /** All of them, one by one. */
    public void each(UUID organizationId, @Nullable TransferState state, Consumer<Line> reader) {
        var today = organizations.today(organizationId);
        try (var all = bound(LINES, organizationId, state)
                .param("size", Integer.MAX_VALUE)
                .param("start", 0)
                .query((row, i) -> line(row, today))
                .stream()) {
            all.forEach(reader);
        }
    }

    private JdbcClient.StatementSpec bound(String sql, UUID organizationId, @Nullable TransferState state) {
        return jdbc.sql(sql).param("organization", organizationId).param("state", state == null ? null : state.name());
    }

    private static Line line(ResultSet row, LocalDate today) throws SQLException {
        var due = row.getObject("order_due_on", LocalDate.class);
        var state = TransferState.valueOf(row.getString("state"));
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("pupil"),
                row.getString("label"),
                TransferKind.valueOf(row.getString("kind")),
                state,
                row.getString("destination"),
                row.getObject("applied_on", LocalDate.class),
                row.getObject("effective_on", LocalDate.class),
                due,
                state == TransferState.REQUESTED && due != null && today.isAfter(due));
    }
}
