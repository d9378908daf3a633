package school.chancery.documents.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.audit.Acting;
import school.chancery.documents.Documents;
import school.chancery.documents.FileName;
import school.chancery.documents.NewDocument;
import school.chancery.documents.StoredDocument;

/** The files in the database. Whose rows an actor sees is the business of row level security. */
@Component // not @Repository: its translation would hide which exception the contract names
@Transactional
class StoredFiles implements Documents {
    private static final String SELECT =
            "select id, organization_id, name, media_type, size, sha256, stored_at from documents.files where id = ?";
    private static final String BYTES = "select bytes, sha256 from documents.files where id = ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public StoredDocument store(NewDocument document) {
        return jdbc.sql("""
                        insert into documents.files
                            (organization_id, name, media_type, bytes, size, sha256, frozen, stored_at, stored_by)
                        values (:organization, :name, :mediaType, :bytes, :size, :sha256, :frozen, :now, :actor)
                        returning id, organization_id, name, media_type, size, sha256, stored_at""")
                .param("organization", document.organizationId())
                .param("name", FileName.clean(document.name()))
                .param("mediaType", document.mediaType())
                .param("bytes", document.bytes())
                .param("size", document.bytes().length)
                .param("sha256", Sha256.hex(document.bytes()))
                .param("frozen", document.frozen())
                .param("now", OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC))
                .param("actor", Acting.current().accountId())
                .query(StoredFiles::row)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StoredDocument> find(UUID id) {
        return jdbc.sql(SELECT).param(id).query(StoredFiles::row).optional();
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] bytes(UUID id) {
        var stored = jdbc.sql(BYTES)
                .param(id)
                .query(Stored.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("no file " + id));
        if (!Sha256.hex(stored.bytes()).equals(stored.sha256())) {
            throw new IllegalStateException("file " + id + " no longer has its recorded hash");
        }
        return stored.bytes();
    }

    private record Stored(byte[] bytes, String sha256) {}

    private static StoredDocument row(ResultSet row, int number) throws SQLException {
        return new StoredDocument(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getObject("stored_at", OffsetDateTime.class).toInstant());
    }
}
