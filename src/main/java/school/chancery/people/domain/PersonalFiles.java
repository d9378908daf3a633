package school.chancery.people.domain;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
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

/** Personal files of employees (F095) and pupils (F129): which papers lie in them, with their scans. */
@Service
@Transactional
public class PersonalFiles {
    private static final String SELECT =
            "select id, staff_id, pupil_id, kind, title, number, issued_on, document_id, added_on, removed_on,"
                    + " removal_ground from people.file_papers ";

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Organizations organizations;
    private final Audit audit;

    PersonalFiles(JdbcClient jdbc, Documents documents, Organizations organizations, Audit audit) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.organizations = organizations;
        this.audit = audit;
    }

    /** Whose file: exactly one of the two. */
    public record Owner(@Nullable UUID staffId, @Nullable UUID pupilId) {
        public static Owner employee(UUID staffId) {
            return new Owner(staffId, null);
        }

        public static Owner pupil(UUID pupilId) {
            return new Owner(null, pupilId);
        }
    }

    public enum OwnerKind {
        EMPLOYEE,
        PUPIL
    }

    /** Whose scan it is. */
    public record ScanOwner(OwnerKind kind, UUID organizationId, UUID personId) {}

    /** In whose file, or with whose consent, a scan lies; empty for a document that is none of ours. */
    @Transactional(readOnly = true)
    public Optional<ScanOwner> ownerOf(UUID documentId) {
        return jdbc.sql("""
                        select case when f.staff_id is null then 'PUPIL' else 'EMPLOYEE' end as kind, f.organization_id,
                                coalesce(s.person_id, p.person_id) as person_id
                            from people.file_papers f left join people.staff s on s.id = f.staff_id
                            left join people.pupils p on p.id = f.pupil_id where f.document_id = :document
                        union all
                        select 'PUPIL', organization_id, person_id from people.consents where document_id = :document
                        limit 1
                        """)
                .param("document", documentId)
                .query(ScanOwner.class)
                .optional();
    }

    /** A paper that comes into a file. */
    public record NewPaper(
            Paper.Kind kind,
            String title,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            Upload.@Nullable Accepted scan) {}

    /** Those taken out last. */
    @Transactional(readOnly = true)
    public List<Paper> of(Owner owner) {
        return jdbc.sql(SELECT
                        + "where staff_id = :staff or pupil_id = :pupil order by removed_on nulls first, added_on, id")
                .param("staff", owner.staffId(), Types.OTHER)
                .param("pupil", owner.pupilId(), Types.OTHER)
                .query(Paper.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Paper> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(Paper.class).optional();
    }

    public UUID add(UUID organizationId, Owner owner, NewPaper paper, UUID by) {
        var id = UUID.randomUUID();
        var scan = paper.scan() == null
                ? null
                : documents
                        .store(paper.scan().toDocument(organizationId, false))
                        .id();
        jdbc.sql("""
                        insert into people.file_papers (id, organization_id, staff_id, pupil_id, kind, title, number,
                            issued_on, document_id, added_by, added_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(1, id)
                .param(2, organizationId)
                .param(3, owner.staffId(), Types.OTHER)
                .param(4, owner.pupilId(), Types.OTHER)
                .param(5, paper.kind().name())
                .param(6, paper.title())
                .param(7, paper.number(), Types.VARCHAR)
                .param(8, paper.issuedOn(), Types.DATE)
                .param(9, scan, Types.OTHER)
                .param(10, by)
                .param(11, organizations.today(organizationId))
                .update();
        record("people.paper-added", organizationId, id);
        return id;
    }

    /** Taken out is dated, not deleted; taken out already = no change. */
    public void remove(UUID organizationId, UUID id, String ground) {
        var removed = jdbc.sql("update people.file_papers set removed_on = ?, removal_ground = ?, version = version + 1"
                        + " where id = ? and removed_on is null")
                .params(organizations.today(organizationId), ground, id)
                .update();
        if (removed > 0) record("people.paper-removed", organizationId, id);
    }

    private void record(String action, UUID organizationId, UUID id) {
        audit.record(AuditEntry.of(action, organizationId, "file-paper", id));
    }
}
