package school.chancery.exchange.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import school.chancery.audit.Audit;
import school.chancery.audit.AuditEntry;

/** The record of an import applied or undone: which rows of the register, in as many entries as keep each small. */
final class ImportAudit {
    private static final int MOST_IDS = 10_000;

    private final Audit audit;
    private final JdbcTemplate jdbc;

    ImportAudit(Audit audit, JdbcTemplate jdbc) {
        this.audit = audit;
        this.jdbc = jdbc;
    }

    void record(String action, Import of) {
        var rows = of.rowsNew() + of.rowsChanged();
        var parts = Math.max(1, (rows + MOST_IDS - 1) / MOST_IDS);
        var after = 0;
        for (var part = 1; part <= parts; part++) {
            var ids = new ArrayList<UUID>();
            after = next(of, after, ids);
            audit.record(new AuditEntry(action, of.organizationId(), of.kind(), ids, details(of, part, parts)));
        }
    }

    private int next(Import of, int after, List<UUID> ids) {
        var last = new int[] {after};
        jdbc.query(
                """
                select row_no, target_id from exchange.import_rows
                where import_id = ? and row_no > ? and outcome <> 'SAME' order by row_no limit ?""",
                row -> {
                    last[0] = row.getInt(1);
                    ids.add(row.getObject(2, UUID.class));
                },
                of.id(),
                after,
                MOST_IDS);
        return last[0];
    }

    private static Map<String, String> details(Import of, int part, int parts) {
        return Map.of(
                "import", of.id().toString(),
                "new", String.valueOf(of.rowsNew()),
                "changed", String.valueOf(of.rowsChanged()),
                "part", part + "/" + parts);
    }
}
