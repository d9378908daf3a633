package school.chancery.orders.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import school.chancery.orders.domain.Acknowledgements.Acknowledgement;
import school.chancery.orders.domain.Acknowledgements.State;
import school.chancery.organization.Organizations;

/** What became of an acknowledgement (F032, F033): confirmed, signed on paper or refused, each once. */
@Service
@Transactional
public class AcknowledgementMarks {
    private final Acknowledgements acknowledgements;
    private final JdbcClient jdbc;
    private final Documents documents;
    private final Organizations organizations;
    private final Clock clock;
    private final Audit audit;

    AcknowledgementMarks(
            Acknowledgements acknowledgements,
            JdbcClient jdbc,
            Documents documents,
            Organizations organizations,
            Clock clock,
            Audit audit) {
        this.acknowledgements = acknowledgements;
        this.jdbc = jdbc;
        this.documents = documents;
        this.organizations = organizations;
        this.clock = clock;
        this.audit = audit;
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
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
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
        return acknowledgements.find(id).orElseThrow(() -> new IllegalArgumentException("no acknowledgement " + id));
    }
}
