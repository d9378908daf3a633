package school.chancery.exchange.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import school.chancery.exchange.ImportKind;
import school.chancery.exchange.ImportRun;

/** The statements of a kind over the staged rows of one import. */
final class SqlRun implements ImportRun {
    private static final int MOST_FAULTS_KEPT = 10_000;

    private final JdbcClient jdbc;
    private final Import of;
    private final ImportKind kind;
    private final LocalDate today;

    SqlRun(JdbcClient jdbc, Import of, ImportKind kind, LocalDate today) {
        this.jdbc = jdbc;
        this.of = of;
        this.kind = kind;
        this.today = today;
        // Nobody has counted the rows just staged, and joining them one by one is what the planner likes for few.
        jdbc.sql("select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true)")
                .query()
                .singleRow();
    }

    @Override
    public UUID importId() {
        return of.id();
    }

    @Override
    public UUID organizationId() {
        return of.organizationId();
    }

    @Override
    public LocalDate today() {
        return today;
    }

    @Override
    public int execute(String sql) {
        return statement(sql).update();
    }

    @Override
    public boolean finds(String sql) {
        return statement("select exists (" + sql + ")").query(Boolean.class).single();
    }

    @Override
    public void fault(String column, String reason, String query) {
        note("ERROR", column, reason, query);
    }

    @Override
    public void warning(String column, String reason, String query) {
        note("WARNING", column, reason, query);
    }

    private void note(String severity, String column, String reason, String query) {
        statement("""
                        insert into exchange.import_faults (import_id, organization_id, row_no, column_code, column_no, severity,
                            reason, arguments, found_by)
                        select :import, :organization, row_no, :column, :position::int, :severity, :reason, arguments, 'REGISTER'
                        from (%s) found(row_no, arguments) order by row_no limit :most""".formatted(query))
                .param("column", column)
                .param("position", position(column))
                .param("severity", severity)
                .param("reason", reason)
                .param("most", MOST_FAULTS_KEPT)
                .update();
    }

    private @Nullable Integer position(String column) {
        var mapping = of.mapping();
        return mapping == null ? null : Staging.position(kind, mapping, column);
    }

    private StatementSpec statement(String sql) {
        return jdbc.sql(sql.replace("{file}", file()))
                .param("import", of.id())
                .param("organization", of.organizationId())
                .param("today", today);
    }

    private String file() {
        List<String> columns = IntStream.range(0, kind.columns().size())
                .mapToObj(i -> {
                    var column = kind.columns().get(i);
                    return "cells[" + (i + 1) + "]::" + column.type().sqlType() + " as " + column.code();
                })
                .collect(Collectors.toList());
        return "(select import_id, row_no, target_id, outcome, before, linked, " + String.join(", ", columns)
                + " from exchange.import_rows where import_id = :import)";
    }

    /** Forgets what the register said before and asks it again. */
    Counts check(int fileFaults) {
        execute("delete from exchange.import_faults where import_id = :import and found_by = 'REGISTER'");
        execute("""
                update exchange.import_rows set outcome = 'NEW', target_id = gen_random_uuid(), before = null,
                    linked = null
                where import_id = :import and (outcome <> 'NEW' or linked is not null)""");
        kind.check(this);
        return counts(fileFaults);
    }

    private Counts counts(int fileFaults) {
        return statement("""
                        select count(*) filter (where outcome = 'NEW') as fresh,
                            count(*) filter (where outcome = 'SAME') as same,
                            count(*) filter (where outcome = 'CHANGED') as changed,
                            (select count(*) from exchange.import_faults where import_id = :import
                                and severity = 'ERROR' and found_by = 'REGISTER') + :found as faults,
                            (select count(*) from exchange.import_faults where import_id = :import
                                and severity = 'WARNING') as warnings
                        from exchange.import_rows where import_id = :import""").param("found", fileFaults).query(Counts.class).single();
    }
}
