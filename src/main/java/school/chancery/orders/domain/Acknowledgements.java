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

/** Who must be acquainted with an order (F032): one row a person. What became of it, {@link AcknowledgementMarks} notes. */
@Service
@Transactional
public class Acknowledgements {
    private static final String SELECT = """
            select a.id, a.organization_id, a.order_id, a.person_id, a.name, a.job_position, a.state, a.settled_on,
                   a.document_id, a.first_witness, a.second_witness, a.copy_issued_on
            from orders.acknowledgements a
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Audit audit;

    Acknowledgements(JdbcClient jdbc, Clock clock, Audit audit) {
        this.jdbc = jdbc;
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
