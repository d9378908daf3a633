package school.chancery.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the server process through zonky, which is made for tests: each of its defaults that would lose or expose data
 * is answered here.
 */
final class Launcher {
    private static final Logger log = LoggerFactory.getLogger(Launcher.class);

    private static final Map<String, String> SERVER = Map.ofEntries(
            // Zonky passes -F and synchronous_commit=off; these come after and win.
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "60"),
            Map.entry("password_encryption", "scram-sha-256"),
            // DETAIL lines quote rows, and rows are people.
            Map.entry("log_error_verbosity", "terse"),
            // A week of logs, each day overwritten: nobody looks after this server's disk.
            Map.entry("logging_collector", "on"),
            Map.entry("log_filename", "postgresql-%a.log"),
            Map.entry("log_rotation_size", "0"),
            Map.entry("log_truncate_on_rotation", "on"));

    // ICU: with the environment's locale a C machine neither folds nor sorts Russian.
    private static final Map<String, String> CLUSTER = Map.of(
            "locale-provider", "icu",
            "icu-locale", "ru",
            "locale", "C",
            "auth-host", "scram-sha-256",
            "auth-local", "scram-sha-256");

    private final Home home;
    private final Credentials credentials;
    private final Map<String, String> settings;

    /** @param settings server settings that win over the safe ones */
    Launcher(Home home, Credentials credentials, Map<String, String> settings) {
        this.home = home;
        this.credentials = credentials;
        this.settings = settings;
    }

    /** The wanted port if nobody has it, else any free one; any free one for 0. */
    static int freePort(int wanted) throws IOException {
        try (var socket = new ServerSocket(wanted, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException busy) {
            if (wanted == 0) throw busy;
            log.warn("Port {} is busy; the database takes another", wanted);
            return freePort(0);
        }
    }

    /** Starts on a port and waits until somebody answers there: zonky does not tell whether that is our server. */
    EmbeddedPostgres launch(int port) throws IOException {
        var passwordFile = home.path().resolve("initdb.password");
        Credentials.writePrivately(passwordFile, credentials.superuser());
        try {
            return builder(passwordFile).setPort(port).start();
        } catch (IOException | IllegalStateException e) {
            stopQuietly();
            throw new DatabaseRefusedException(Problem.of("server-does-not-start", home.path(), home.startLog()), e);
        } finally {
            Files.delete(passwordFile);
        }
    }

    private EmbeddedPostgres.Builder builder(Path passwordFile) {
        var output = ProcessBuilder.Redirect.appendTo(home.startLog().toFile());
        var builder = EmbeddedPostgres.builder()
                // Never the ot.epg.working-dir property: zonky deletes old data directories below it.
                .setOverrideWorkingDirectory(home.binaries().toFile())
                .setDataDirectory(home.data().path())
                .setCleanDataDirectory(false)
                // Its hook would stop the server while the engine still closes.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setOutputRedirector(output)
                .setErrorRedirector(output)
                .setConnectConfig("password", credentials.superuser());
        SERVER.forEach(builder::setServerConfig);
        settings.forEach(builder::setServerConfig);
        CLUSTER.forEach(builder::setLocaleConfig);
        return builder.setLocaleConfig("pwfile", passwordFile.toString());
    }

    private void stopQuietly() {
        try {
            var server = home.data().server();
            if (server.isPresent()) server.get().stop();
        } catch (IOException | DatabaseRefusedException e) {
            log.warn("The database server that would not start does not stop either", e);
        }
    }
}
