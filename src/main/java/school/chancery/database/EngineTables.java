package school.chancery.database;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * The engine's own tables, from the scripts in its jar, before every migration of ours. All seven parts are needed: the
 * engine checks at its start for each. An engine upgrade is a new migration over {@code db/upgrade}, never an edit here.
 */
@Component
public class EngineTables implements JavaMigration {
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("0");
    }

    @Override
    public String getDescription() {
        return "engine create tables";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var appRole = context.getConfiguration().getPlaceholders().get("appRole");
        // Local to this migration's transaction: the scripts name no schema.
        execute(context, "set local search_path to engine");
        for (var part : PARTS)
            run(context, "org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql");
        execute(context, "grant usage on schema engine to " + appRole);
        execute(context, "grant select, insert, update, delete on all tables in schema engine to " + appRole);
    }

    private static void run(Context context, String script) {
        ScriptUtils.executeSqlScript(
                context.getConnection(), new EncodedResource(new ClassPathResource(script), "UTF-8"));
    }

    private static void execute(Context context, String sql) throws SQLException {
        try (var statement = context.getConnection().createStatement()) {
            statement.execute(sql);
        }
    }
}
