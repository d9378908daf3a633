package school.chancery.orders.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.documents.Documents;
import school.chancery.documents.Upload;
import school.chancery.organization.Organizations;

/** Who must be acquainted with an order, and what became of it (F032, F033). One row a person, settled once. */
@Service
@Transactional
public class Acknowledgements {
    private static final String SELECT = """
            select a.id, a.organization_id, a.order_id, a.person_id, a.name, a.job_position, a.state, a.settled_on,
                   a.document_id, a.first_witness, a.second_witness, a.copy_issued_on
            from orders.acknowledgements a
            """;

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Organizations organizations;
    private final Clock clock;
    private final Audit audit;

    Acknowledgements(JdbcClient jdbc, Documents documents, Organizations organizations, Clock clock, Audit audit) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.organizations = organizations;
        this.clock = clock;
        this.audit = audit;
    }

    /** Makes a row for each person the order names, at its registration. */
    void request(UUID orderId) {
        jdbc.sql("""
                        insert into orders.acknowledgements
                            (id, organization_id, order_id, position, person_id, name, job_position, requested_at)
                        select gen_random_uuid(), o.organization_id, o.id, a.position, a.person_id, a.name,
                               a.job_position, ?
                        from orders.orders o join orders.acquaintances a on a.order_id = o.id
                        where o.id = ?
                        on conflict (order_id, person_id) do nothing""").params(now(), orderId).update();
    }

    /**
     * People who came later. Those who stand in the sheet already are passed over.
     *
     * @return the new rows only
     */
    public List<Acknowledgement> add(UUID organizationId, UUID orderId, List<Acquaintance> people) {
        var added = people.stream()
                .flatMap(person -> add(organizationId, orderId, person).stream())
                .toList();
        if (!added.isEmpty()) {
            audit.record(new AuditEntry(
                    "orders.acknowledgements-requested",
                    organizationId,
                    "acknowledgement",
                    added.stream().map(Acknowledgement::id).toList(),
                    Map.of("order", orderId.toString())));
        }
        return added;
    }

    private Optional<Acknowledgement> add(UUID organizationId, UUID orderId, Acquaintance person) {
        return jdbc.sql("""
                        insert into orders.acknowledgements as a
                            (id, organization_id, order_id, position, person_id, name, job_position, requested_at)
                        select gen_random_uuid(), :organization, :order, coalesce(max(position), 0) + 1, :person, :name,
                               :jobPosition, :now
                        from orders.acknowledgements where order_id = :order
                        on conflict (order_id, person_id) do nothing
                        returning a.*""")
                .param("organization", organizationId)
                .param("order", orderId)
                .param("person", person.personId())
                .param("name", person.name())
                .param("jobPosition", person.jobPosition())
                .param("now", now())
                .query(Acknowledgement.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Acknowledgement> find(UUID id) {
        return jdbc.sql(SELECT + "where a.id = ?")
                .param(id)
                .query(Acknowledgement.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Acknowledgement> of(UUID orderId) {
        return jdbc.sql(SELECT + "where a.order_id = ? order by a.position")
                .param(orderId)
                .query(Acknowledgement.class)
                .list();
    }

    /** The person confirms in the portal; only the person. */
    public Optional<Refusal> confirm(UUID id, UUID accountId, @Nullable UUID personId, boolean copyInHand) {
        var row = require(id);
        if (!row.personId().equals(personId)) return Optional.of(Refusal.NOT_THE_PERSON);
        var today = organizations.today(row.organizationId());
        return settle(row, new Settled(State.ACKNOWLEDGED, today, accountId, null, null, null, copyInHand));
    }

    /** The office records a signature given on paper. */
    public Optional<Refusal> recordPaper(
            UUID id, UUID accountId, LocalDate on, Upload.Accepted scan, boolean copyInHand) {
        var row = require(id);
        var wrong = wrongDate(row, on);
        if (wrong.isPresent()) return wrong;
        if (row.state() != State.OPEN) return Optional.of(Refusal.ALREADY_SETTLED);
        var kept = documents.store(scan.toDocument(row.organizationId(), true));
        return settle(row, new Settled(State.PAPER, on, accountId, kept.id(), null, null, copyInHand));
    }

    /** The office records that the person refused to sign, before two witnesses. */
    public Optional<Refusal> recordRefusal(UUID id, UUID accountId, LocalDate on, String first, String second) {
        var row = require(id);
        var wrong = wrongDate(row, on);
        if (wrong.isPresent()) return wrong;
        if (first.strip().equalsIgnoreCase(second.strip())) return Optional.of(Refusal.WITNESSES_ALIKE);
        return settle(row, new Settled(State.REFUSED, on, accountId, null, first.strip(), second.strip(), false));
    }

    /** «Один экземпляр получил на руки», noted later than the acknowledgement itself. */
    public Optional<Refusal> issueCopy(UUID id, LocalDate on) {
        var row = require(id);
        var wrong = wrongDate(row, on);
        if (wrong.isPresent()) return wrong;
        var changed = jdbc.sql(
                        "update orders.acknowledgements set copy_issued_on = ? where id = ? and copy_issued_on is null")
                .params(on, id)
                .update();
        if (changed == 0) return Optional.of(Refusal.ALREADY_SETTLED);
        audit.record(AuditEntry.of("orders.copy-issued", row.organizationId(), "acknowledgement", id));
        return Optional.empty();
    }

    private Optional<Refusal> settle(Acknowledgement row, Settled settled) {
        var changed = jdbc.sql("""
                        update orders.acknowledgements
                        set state = :state, settled_at = :now, settled_on = :on, settled_by = :by,
                            document_id = :document, first_witness = :first, second_witness = :second,
                            copy_issued_on = case when :copy then :on else copy_issued_on end
                        where id = :id and state = 'OPEN'""")
                .param("state", settled.state().name())
                .param("now", now())
                .param("on", settled.on())
                .param("by", settled.by())
                .param("document", settled.documentId())
                .param("first", settled.first())
                .param("second", settled.second())
                .param("copy", settled.copyInHand())
                .param("id", row.id())
                .update();
        if (changed == 0) return Optional.of(Refusal.ALREADY_SETTLED);
        audit.record(AuditEntry.of("orders.acknowledgement-settled", row.organizationId(), "acknowledgement", row.id())
                .with("state", settled.state().name()));
        return Optional.empty();
    }

    private record Settled(
            State state,
            LocalDate on,
            UUID by,
            @Nullable UUID documentId,
            @Nullable String first,
            @Nullable String second,
            boolean copyInHand) {}

    private Optional<Refusal> wrongDate(Acknowledgement row, LocalDate on) {
        if (on.isAfter(organizations.today(row.organizationId()))) return Optional.of(Refusal.DATE_IN_FUTURE);
        var registeredOn = jdbc.sql("select registered_on from orders.orders where id = ?")
                .param(row.orderId())
                .query(LocalDate.class)
                .single();
        return on.isBefore(registeredOn) ? Optional.of(Refusal.DATE_BEFORE_ORDER) : Optional.empty();
    }

    private Acknowledgement require(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no acknowledgement " + id));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    public enum State {
        OPEN,
        ACKNOWLEDGED,
        PAPER,
        REFUSED
    }

    /**
     * One line of the sheet.
     *
     * @param settledOn date of the acknowledgement or of the refusal
     * @param copyIssuedOn when the person got a copy in hand (F033)
     */
    public record Acknowledgement(
            UUID id,
            UUID organizationId,
            UUID orderId,
            UUID personId,
            String name,
            String jobPosition,
            State state,
            @Nullable LocalDate settledOn,
            @Nullable UUID documentId,
            @Nullable String firstWitness,
            @Nullable String secondWitness,
            @Nullable LocalDate copyIssuedOn) {
        public boolean isOpen() {
            return state == State.OPEN;
        }
    }
}
