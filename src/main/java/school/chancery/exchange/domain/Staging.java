package school.chancery.exchange.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import school.chancery.exchange.ImportKind;

/** Takes the rows of a file into {@code exchange.import_rows} in batches: of the file only one batch is held. */
final class Staging {
    private static final int BATCH = 1_000;
    private static final int MOST_FAULTS_KEPT = 10_000;

    private final JdbcTemplate jdbc;
    private final Import into;
    private final ImportKind kind;
    private final List<Integer> mapping;
    private final IntConsumer progress;
    private final List<Object[]> rows = new ArrayList<>(BATCH);
    private final List<Object[]> faults = new ArrayList<>();
    private int taken;
    private int faulty;

    Staging(JdbcTemplate jdbc, Import into, ImportKind kind, List<Integer> mapping, IntConsumer progress) {
        this.jdbc = jdbc;
        this.into = into;
        this.kind = kind;
        this.mapping = mapping;
        this.progress = progress;
    }

    void empty() {
        jdbc.update("delete from exchange.import_rows where import_id = ?", into.id());
        jdbc.update("delete from exchange.import_faults where import_id = ?", into.id());
    }

    void take(StagedRow row) {
        rows.add(new Object[] {into.id(), into.organizationId(), row.number(), row.cells()});
        row.faults().forEach(this::take);
        taken++;
        if (rows.size() == BATCH) flush();
    }

    void take(StagedRow.Fault fault) {
        if (faulty++ >= MOST_FAULTS_KEPT) return;
        faults.add(new Object[] {
            into.id(),
            into.organizationId(),
            fault.row(),
            fault.column(),
            fault.column() == null ? null : position(kind, mapping, fault.column()),
            fault.reason(),
            fault.arguments().toArray(String[]::new)
        });
    }

    /** Where the file has the column, from 0; null when it has none. */
    static @org.jspecify.annotations.Nullable Integer position(ImportKind kind, List<Integer> mapping, String column) {
        for (var i = 0; i < mapping.size(); i++)
            if (kind.columns().get(i).code().equals(column))
                return mapping.get(i) == Mappings.NONE ? null : mapping.get(i);
        return null;
    }

    void flush() {
        jdbc.batchUpdate(
                "insert into exchange.import_rows (import_id, organization_id, row_no, cells) values (?, ?, ?, ?)",
                rows);
        jdbc.batchUpdate("""
                insert into exchange.import_faults (import_id, organization_id, row_no, column_code, column_no, severity,
                    reason, arguments, found_by)
                values (?, ?, ?, ?, ?, 'ERROR', ?, ?, 'FILE')""", faults);
        rows.clear();
        faults.clear();
        progress.accept(taken);
    }

    int taken() {
        return taken;
    }

    /** All of them, also those beyond what is kept. */
    int faults() {
        return faulty;
    }
}
