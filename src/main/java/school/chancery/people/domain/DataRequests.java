package school.chancery.people.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.organization.Organizations;
import school.chancery.organization.WorkingDays;
import school.chancery.people.PersonName;

/** The register of what people ask about their data, each with the last day of the answer. */
@Service
@Transactional
public class DataRequests {
    private static final String SELECT = """
            select r.id, r.kind, r.person_id, p.family, p.given, p.patronymic, a.family as a_family, a.given as a_given,
                   a.patronymic as a_patronymic, r.received_on, r.due_on, r.request, r.state, r.answer, r.closed_on
            from people.data_requests r join people.persons p on p.id = r.person_id
            join people.persons a on a.id = r.applicant_id
            """;

    private final JdbcClient jdbc;
    private final Blocks blocks;
    private final WorkingDays workingDays;
    private final Organizations organizations;
    private final Audit audit;
    private final Clock clock;

    DataRequests(
            JdbcClient jdbc,
            Blocks blocks,
            WorkingDays workingDays,
            Organizations organizations,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.blocks = blocks;
        this.workingDays = workingDays;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    public record NewRequest(
            UUID organizationId,
            DataRequest.Kind kind,
            UUID personId,
            UUID applicantId,
            LocalDate receivedOn,
            String request,
            UUID by) {}

    /** Open ones first, the most urgent above. */
    @Transactional(readOnly = true)
    public Page<DataRequest> all(UUID organizationId, Pageable page) {
        var found = jdbc.sql(SELECT
                        + "where r.organization_id = ? order by r.state <> 'OPEN', r.due_on, r.id limit ? offset ?")
                .params(organizationId, page.getPageSize(), page.getOffset())
                .query(DataRequests::request)
                .list();
        var total = jdbc.sql("select count(*) from people.data_requests where organization_id = ?")
                .param(organizationId)
                .query(Long.class)
                .single();
        return new PageImpl<>(found, page, total);
    }

    @Transactional(readOnly = true)
    public Optional<DataRequest> find(UUID id) {
        return jdbc.sql(SELECT + "where r.id = ?")
                .param(id)
                .query(DataRequests::request)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<DataRequest> of(UUID organizationId, UUID personId) {
        return jdbc.sql(SELECT + "where r.organization_id = ? and r.person_id = ? order by r.received_on, r.id")
                .params(organizationId, personId)
                .query(DataRequests::request)
                .list();
    }

    /** What is to be blocked is blocked at once, the question comes after. */
    public UUID receive(NewRequest wanted) {
        var id = UUID.randomUUID();
        var due = workingDays.plusWorkingDays(
                wanted.organizationId(), wanted.receivedOn(), wanted.kind().workingDays());
        jdbc.sql("""
                        insert into people.data_requests (id, organization_id, person_id, kind, applicant_id, received_on,
                            due_on, request, state, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?)
                        """)
                .params(
                        id,
                        wanted.organizationId(),
                        wanted.personId(),
                        wanted.kind().name(),
                        wanted.applicantId(),
                        wanted.receivedOn(),
                        due,
                        wanted.request(),
                        wanted.by(),
                        OffsetDateTime.now(clock))
                .update();
        if (wanted.kind() == DataRequest.Kind.BLOCKING)
            blocks.block(wanted.organizationId(), wanted.personId(), id, wanted.receivedOn());
        record("people.data-request-received", wanted.organizationId(), id);
        return id;
    }

    /** Answered once; its own block ends with the answer. False when it was answered already. */
    public boolean close(UUID organizationId, UUID id, DataRequest.State outcome, String answer, UUID by) {
        var today = organizations.today(organizationId);
        var closed = jdbc.sql("""
                        update people.data_requests set state = ?, answer = ?, closed_on = greatest(?, received_on),
                            closed_by = ?, version = version + 1
                        where id = ? and state = 'OPEN'
                        """).params(outcome.name(), answer, today, by, id).update();
        if (closed == 0) return false;
        blocks.lift(id, today);
        record("people.data-request-closed", organizationId, id);
        return true;
    }

    private void record(String action, UUID organizationId, UUID id) {
        audit.record(AuditEntry.of(action, organizationId, "data-request", id));
    }

    private static DataRequest request(ResultSet row, int index) throws SQLException {
        return new DataRequest(
                row.getObject("id", UUID.class),
                DataRequest.Kind.valueOf(row.getString("kind")),
                row.getObject("person_id", UUID.class),
                PersonRegister.name(row),
                new PersonName(row.getString("a_family"), row.getString("a_given"), row.getString("a_patronymic")),
                row.getObject("received_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("request"),
                DataRequest.State.valueOf(row.getString("state")),
                row.getString("answer"),
                row.getObject("closed_on", LocalDate.class));
    }
}
