package school.chancery.people.domain;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
import school.chancery.people.PersonName;

/** Consents to the processing of personal data: which wording, who, for what, from when until when. */
@Service
@Transactional
public class Consents {
    private final JdbcClient jdbc;
    private final Documents documents;
    private final Audit audit;
    private final Clock clock;

    Consents(JdbcClient jdbc, Documents documents, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    public enum Purpose {
        PROCESSING,
        HEALTH,
        PLATFORM,
        PUBLICATION
    }

    /** A wording; a new revision is another row, the old one stays as people agreed to it. */
    public record ConsentText(UUID id, Purpose purpose, int revision, String title, String text) {}

    /** A consent as it stands. */
    public record Consent(
            UUID id,
            Purpose purpose,
            int revision,
            String title,
            UUID personId,
            PersonName givenBy,
            String scope,
            LocalDate givenOn,
            @Nullable UUID documentId,
            @Nullable LocalDate withdrawnOn,
            @Nullable String withdrawalGround) {}

    public record NewConsent(
            UUID organizationId,
            UUID personId,
            UUID givenById,
            UUID textId,
            String scope,
            LocalDate givenOn,
            Upload.@Nullable Accepted scan,
            UUID by) {}

    /** The newest revision of each purpose. */
    @Transactional(readOnly = true)
    public List<ConsentText> texts(UUID organizationId) {
        return jdbc.sql("select distinct on (purpose) id, purpose, revision, title, text from people.consent_texts"
                        + " where organization_id = ? order by purpose, revision desc")
                .param(organizationId)
                .query(ConsentText.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<ConsentText> text(UUID id) {
        return jdbc.sql("select id, purpose, revision, title, text from people.consent_texts where id = ?")
                .param(id)
                .query(ConsentText.class)
                .optional();
    }

    public UUID addText(UUID organizationId, Purpose purpose, String title, String text, UUID by) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into people.consent_texts (id, organization_id, purpose, revision, title, text, made_by, made_at)
                        select :id, :organization, :purpose, coalesce(max(revision), 0) + 1, :title, :text, :by, :now
                        from people.consent_texts where organization_id = :organization and purpose = :purpose
                        """)
                .param("id", id)
                .param("organization", organizationId)
                .param("purpose", purpose.name())
                .param("title", title)
                .param("text", text)
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
        audit.record(AuditEntry.of("people.consent-text-added", organizationId, "consent-text", id));
        return id;
    }

    @Transactional(readOnly = true)
    public List<Consent> of(UUID organizationId, UUID personId) {
        return jdbc.sql("""
                        select c.id, t.purpose, t.revision, t.title, c.person_id, n.family, n.given, n.patronymic, c.scope,
                               c.given_on, c.document_id, c.withdrawn_on, c.withdrawal_ground
                        from people.consents c join people.consent_texts t on t.id = c.text_id
                        join people.persons n on n.id = c.given_by_id
                        where c.organization_id = ? and c.person_id = ?
                        order by c.withdrawn_on nulls first, c.given_on desc, c.id
                        """)
                .params(organizationId, personId)
                .query((row, i) -> new Consent(
                        row.getObject("id", UUID.class),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getInt("revision"),
                        row.getString("title"),
                        row.getObject("person_id", UUID.class),
                        PersonRegister.name(row),
                        row.getString("scope"),
                        row.getObject("given_on", LocalDate.class),
                        row.getObject("document_id", UUID.class),
                        row.getObject("withdrawn_on", LocalDate.class),
                        row.getString("withdrawal_ground")))
                .list();
    }

    /** Whether the person agreed to have their own data kept for that, and has not taken it back. */
    @Transactional(readOnly = true)
    public boolean isInForce(UUID organizationId, UUID personId, Purpose purpose) {
        return jdbc.sql("""
                        select exists (select from people.consents c join people.consent_texts t on t.id = c.text_id
                            where c.organization_id = ? and c.person_id = ? and c.given_by_id = c.person_id
                                and t.purpose = ? and c.withdrawn_on is null)
                        """)
                .params(organizationId, personId, purpose.name())
                .query(Boolean.class)
                .single();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the same consent is in force already */
    public UUID record(NewConsent consent) {
        var id = UUID.randomUUID();
        var scan = consent.scan() == null
                ? null
                : documents
                        .store(consent.scan().toDocument(consent.organizationId(), true))
                        .id();
        jdbc.sql("""
                        insert into people.consents (id, organization_id, person_id, given_by_id, text_id, scope, given_on,
                            document_id, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(1, id)
                .param(2, consent.organizationId())
                .param(3, consent.personId())
                .param(4, consent.givenById())
                .param(5, consent.textId())
                .param(6, consent.scope())
                .param(7, consent.givenOn())
                .param(8, scan, Types.OTHER)
                .param(9, consent.by())
                .param(10, OffsetDateTime.now(clock))
                .update();
        audit.record(AuditEntry.of("people.consent-recorded", consent.organizationId(), "consent", id));
        return id;
    }

    /** False when the person has none such in force, or it was given later than that. */
    public boolean withdraw(UUID organizationId, UUID personId, UUID id, LocalDate on, String ground, UUID by) {
        var withdrawn = jdbc.sql(
                        "update people.consents set withdrawn_on = ?, withdrawal_ground = ?, withdrawn_by = ?,"
                                + " version = version + 1 where id = ? and person_id = ? and withdrawn_on is null and given_on <= ?")
                .params(on, ground, by, id, personId, on)
                .update();
        if (withdrawn > 0) audit.record(AuditEntry.of("people.consent-withdrawn", organizationId, "consent", id));
        return withdrawn > 0;
    }
}
