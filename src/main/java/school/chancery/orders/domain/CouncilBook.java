package school.chancery.orders.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;
import school.chancery.documents.Documents;
import school.chancery.orders.Councils;
import school.chancery.organization.Organizations;

@Service
@Transactional
class CouncilBook implements Councils {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Organizations organizations;
    private final DocumentTexts texts;
    private final Audit audit;
    private final Clock clock;

    CouncilBook(
            JdbcClient jdbc,
            Documents documents,
            Organizations organizations,
            DocumentTexts texts,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.organizations = organizations;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Answer record(NewMinutes minutes) {
        if (minutes.heldOn().isAfter(organizations.today(minutes.organizationId())))
            return new Answer.Refused("heldOn", "orders.council.refused.future");
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('orders.council:' || ?, 0))::text")
                .param(minutes.organizationId())
                .query(String.class)
                .single();
        var known = known(minutes);
        if (known.isEmpty()) return new Answer.Recorded(keep(minutes));
        return known.get().heldOn().equals(minutes.heldOn())
                ? new Answer.Recorded(known.get().id())
                : new Answer.Refused("number", "orders.council.refused.number-taken");
    }

    private Optional<Minutes> known(NewMinutes minutes) {
        return jdbc.sql("""
                        select * from orders.council_minutes where organization_id = ? and body = ?
                            and lower(number) = lower(?) and extract(year from held_on) = ?
                        """)
                .params(
                        minutes.organizationId(),
                        minutes.body().name(),
                        minutes.number().strip(),
                        minutes.heldOn().getYear())
                .query(CouncilBook::read)
                .optional();
    }

    private UUID keep(NewMinutes minutes) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into orders.council_minutes (id, organization_id, body, number, held_on, agenda, decision,
                            document_id, recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        minutes.organizationId(),
                        minutes.body().name(),
                        minutes.number().strip(),
                        minutes.heldOn(),
                        minutes.agenda().strip(),
                        minutes.decision().strip(),
                        document(minutes),
                        minutes.recordedBy(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(AuditEntry.of("orders.council-minutes-recorded", minutes.organizationId(), "council-minutes", id));
        return id;
    }

    private @Nullable UUID document(NewMinutes minutes) {
        var file = minutes.file();
        return file == null
                ? null
                : documents
                        .store(file.toDocument(minutes.organizationId(), true))
                        .id();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Minutes> find(UUID id) {
        return jdbc.sql("select * from orders.council_minutes where id = ?")
                .param(id)
                .query(CouncilBook::read)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public String reference(UUID id) {
        var minutes = find(id).orElseThrow(() -> new IllegalArgumentException("council minutes " + id));
        return texts.text(
                "orders.council.reference." + minutes.body().name(), minutes.number(), DATE.format(minutes.heldOn()));
    }

    private static Minutes read(ResultSet row, int index) throws SQLException {
        return new Minutes(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                Body.valueOf(row.getString("body")),
                row.getString("number"),
                row.getObject("held_on", LocalDate.class),
                row.getString("agenda"),
                row.getString("decision"),
                row.getObject("document_id", UUID.class));
    }
}
