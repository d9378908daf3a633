package school.chancery.orders.domain;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

/** The school's own electronic documents (F094): filed once with who answers for them, and archived, never changed. */
@Service
@Transactional
public class DocumentBase {
    private static final String SELECT =
            "select id, kind, title, number, dated_on, responsible_name, audience, order_id,"
                    + " document_id, archived_on, archive_reason from orders.internal_documents ";

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Organizations organizations;
    private final Audit audit;
    private final Clock clock;

    DocumentBase(JdbcClient jdbc, Documents documents, Organizations organizations, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A document to be filed.
     *
     * @param responsible of those who work there
     */
    public record NewDocument(
            UUID organizationId,
            DocumentKind kind,
            String title,
            @Nullable String number,
            LocalDate datedOn,
            Acquaintance responsible,
            Audience audience,
            @Nullable UUID orderId,
            Upload.Accepted file,
            UUID by) {}

    public UUID file(NewDocument wanted) {
        var id = UUID.randomUUID();
        var stored = documents
                .store(wanted.file().toDocument(wanted.organizationId(), true))
                .id();
        jdbc.sql("""
                        insert into orders.internal_documents (id, organization_id, kind, title, number, dated_on,
                            responsible_person_id, responsible_name, audience, order_id, document_id, filed_by, filed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(1, id)
                .param(2, wanted.organizationId())
                .param(3, wanted.kind().name())
                .param(4, wanted.title())
                .param(5, wanted.number(), Types.VARCHAR)
                .param(6, wanted.datedOn())
                .param(7, wanted.responsible().personId())
                .param(8, wanted.responsible().name())
                .param(9, wanted.audience().name())
                .param(10, wanted.orderId(), Types.OTHER)
                .param(11, stored)
                .param(12, wanted.by())
                .param(13, OffsetDateTime.now(clock))
                .update();
        audit.record(AuditEntry.of("orders.document-filed", wanted.organizationId(), "internal-document", id));
        return id;
    }

    /** Empty when it is not there, or not for such a reader. */
    @Transactional(readOnly = true)
    public Optional<InternalDocument> find(UUID organizationId, UUID id, DocumentReader reader) {
        return jdbc.sql(SELECT + "where id = ? and organization_id = ?")
                .params(id, organizationId)
                .query(InternalDocument.class)
                .optional()
                .filter(found -> reader.reads(found.audience()));
    }

    /** Whether somebody may read the file; empty when it is none of these documents. */
    @Transactional(readOnly = true)
    public Optional<Boolean> mayRead(UUID documentId, DocumentReader reader) {
        return jdbc.sql("select organization_id, audience from orders.internal_documents where document_id = ?")
                .param(documentId)
                .query((row, i) -> row.getObject("organization_id", UUID.class).equals(reader.organizationId())
                        && reader.reads(Audience.valueOf(row.getString("audience"))))
                .optional();
    }

    /** No longer in use; false when it was archived already. */
    public boolean archive(UUID organizationId, UUID id, String reason, UUID by) {
        var archived = jdbc.sql("""
                        update orders.internal_documents set archived_on = ?, archive_reason = ?, archived_by = ?,
                            version = version + 1
                        where id = ? and organization_id = ? and archived_on is null
                        """)
                .params(organizations.today(organizationId), reason, by, id, organizationId)
                .update();
        if (archived > 0)
            audit.record(AuditEntry.of("orders.document-archived", organizationId, "internal-document", id));
        return archived > 0;
    }
}
