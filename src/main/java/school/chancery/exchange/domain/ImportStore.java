package school.chancery.exchange.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import school.chancery.audit.Acting;
import school.chancery.exchange.file.TableFile;

/** The rows of {@code exchange.imports}; each step is one guarded statement, so of two at once one finds it done. */
@Repository
class ImportStore {
    private static final String IMPORTS = "select * from exchange.imports";

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Import> find(UUID id, UUID organizationId) {
        return jdbc.sql(IMPORTS + " where id = ? and organization_id = ?")
                .params(id, organizationId)
                .query(ImportStore::read)
                .optional();
    }

    Page<Import> page(UUID organizationId, List<String> kinds, Pageable page) {
        var where = " where organization_id = :organization and kind = any (:kinds)";
        var codes = kinds.toArray(String[]::new);
        var found = jdbc.sql(IMPORTS + where + " order by uploaded_at desc, id limit :size offset :start")
                .param("organization", organizationId)
                .param("kinds", codes)
                .param("size", page.getPageSize())
                .param("start", page.getOffset())
                .query(ImportStore::read)
                .list();
        var total = jdbc.sql("select count(*) from exchange.imports" + where)
                .param("organization", organizationId)
                .param("kinds", codes)
                .query(Long.class)
                .single();
        return new PageImpl<>(found, page, total);
    }

    /** False when there is one with this id already: the form was sent twice. */
    boolean insert(UUID id, UUID organizationId, String kind, ReceivedFile file, HeadingSearch.Found heading) {
        return jdbc.sql("""
                        insert into exchange.imports (id, organization_id, kind, state, file_name, file_size, sha256, format,
                            encoding, separator, heading_row, headings, sample, uploaded_at, uploaded_by)
                        values (?, ?, ?, 'UPLOADED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""")
                        .params(
                                id,
                                organizationId,
                                kind,
                                file.name(),
                                file.size(),
                                file.sha256(),
                                file.table().format().name(),
                                file.encoding(),
                                file.separator(),
                                heading.row(),
                                heading.titles().toArray(String[]::new),
                                heading.sample().toArray(String[]::new),
                                now(),
                                Acting.current().accountId())
                        .update()
                == 1;
    }

    boolean begin(UUID id, ImportState from, ImportState working) {
        return jdbc.sql("""
                        update exchange.imports set state = :working, working_since = :now, failure = null,
                            rows_read = case when :working = 'CHECKING' then 0 else rows_read end
                        where id = :id and state = :from""")
                        .param("working", working.name())
                        .param("now", now())
                        .param("id", id)
                        .param("from", from.name())
                        .update()
                == 1;
    }

    void setMapping(UUID id, List<Integer> mapping) {
        jdbc.sql("update exchange.imports set mapping = ? where id = ?")
                .params(mapping.toArray(Integer[]::new), id)
                .update();
    }

    void progress(UUID id, int rows) {
        jdbc.sql("update exchange.imports set rows_read = ? where id = ?")
                .params(rows, id)
                .update();
    }

    /** The dry run has come to its end. */
    void checked(UUID id, int rowsRead, Counts counts) {
        jdbc.sql("""
                        update exchange.imports set state = 'CHECKED', working_since = null, rows_read = ?, rows_new = ?,
                            rows_same = ?, rows_changed = ?, faults = ?, warnings = ?
                        where id = ?""")
                .params(
                        rowsRead,
                        counts.fresh(),
                        counts.same(),
                        counts.changed(),
                        counts.faults(),
                        counts.warnings(),
                        id)
                .update();
    }

    void applied(UUID id) {
        jdbc.sql("""
                        update exchange.imports set state = 'APPLIED', working_since = null, applied_at = ?, applied_by = ?
                        where id = ?""").params(now(), Acting.current().accountId(), id).update();
    }

    /** Whether it was this call that undid it. */
    boolean undone(UUID id) {
        return jdbc.sql("""
                        update exchange.imports set state = 'UNDONE', undone_at = ?, undone_by = ?
                        where id = ? and state = 'APPLIED'""").params(now(), Acting.current().accountId(), id).update() == 1;
    }

    boolean withdraw(UUID id) {
        return jdbc.sql("""
                        update exchange.imports set state = 'WITHDRAWN', failure = null
                        where id = ? and state in ('UPLOADED', 'CHECKED', 'INTERRUPTED')""").params(id).update() == 1;
    }

    void fallBack(UUID id, ImportState working, ImportState to, String failure) {
        jdbc.sql("update exchange.imports set state = ?, working_since = null, failure = ? where id = ? and state = ?")
                .params(to.name(), failure, id, working.name())
                .update();
    }

    Optional<Import> open(UUID organizationId, String kind) {
        return jdbc.sql(IMPORTS + " where organization_id = ? and kind = ?"
                        + " and state in ('UPLOADED', 'CHECKING', 'CHECKED', 'APPLYING', 'INTERRUPTED')")
                .params(organizationId, kind)
                .query(ImportStore::read)
                .optional();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    static Import read(ResultSet row, int index) throws SQLException {
        var mapping = row.getArray("mapping");
        return new Import(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getString("kind"),
                ImportState.valueOf(row.getString("state")),
                row.getString("file_name"),
                row.getLong("file_size"),
                TableFile.Format.valueOf(row.getString("format")),
                row.getString("encoding"),
                row.getString("separator"),
                row.getInt("heading_row"),
                texts(row.getArray("headings")),
                texts(row.getArray("sample")),
                mapping == null ? null : List.of((Integer[]) mapping.getArray()),
                row.getInt("rows_read"),
                row.getInt("rows_new"),
                row.getInt("rows_same"),
                row.getInt("rows_changed"),
                row.getInt("faults"),
                row.getInt("warnings"),
                row.getString("failure"),
                instant(row, "uploaded_at"),
                moment(row, "applied_at"),
                moment(row, "undone_at"),
                moment(row, "emptied_at"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : instant(row, column);
    }
}
