package school.chancery.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;

/** What the embedded server is told at its start and what its cluster is made with. */
final class Settings {
    private static final Map<String, String> SERVER = Map.of(
            // Zonky passes -F and synchronous_commit=off; these come after and win.
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "60",
            "password_encryption", "scram-sha-256",
            "logging_collector", "on",
            // DETAIL lines quote rows, and rows are people.
            "log_error_verbosity", "terse",
            "log_truncate_on_rotation", "on");

    // ICU: with the environment's locale a C machine neither folds nor sorts Russian.
    private static final Map<String, String> CLUSTER = Map.of(
            "locale-provider", "icu",
            "icu-locale", "ru",
            "locale", "C",
            "auth-host", "scram-sha-256",
            "auth-local", "scram-sha-256");

    private Settings() {}

    static EmbeddedPostgres.Builder apply(EmbeddedPostgres.Builder builder) {
        SERVER.forEach(builder::setServerConfig);
        CLUSTER.forEach(builder::setLocaleConfig);
        // A week of logs, each day overwritten: a server nobody looks after must not fill the disk.
        return builder.setServerConfig("log_filename", "postgresql-%a.log").setServerConfig("log_rotation_size", "0");
    }
}
