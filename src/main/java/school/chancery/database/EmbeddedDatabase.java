package school.chancery.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A PostgreSQL server of our own below a home directory, fit to keep a school's data: durable, behind passwords, on the
 * loopback only. Zonky, which starts it, is made for tests, so each of its defaults that would lose or expose data is
 * answered here.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final Home home;
    private final Credentials credentials;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(Home home, Credentials credentials, EmbeddedPostgres server) {
        this.home = home;
        this.credentials = credentials;
        this.server = server;
    }

    /**
     * Starts the server of a home directory, making the directory, the cluster and the roles the first time.
     *
     * @param home everything the installation keeps: data, binaries, passwords
     * @param wantedPort port to listen on; another is taken when it is busy, any free one when it is 0
     * @param settings server settings added to the safe ones
     * @throws DatabaseRefusedException when the directory is in use, somebody else's or cannot be served
     */
    public static EmbeddedDatabase start(Path home, int wantedPort, Map<String, String> settings) {
        try {
            return start(Home.take(home), wantedPort, settings);
        } catch (IOException e) {
            throw new DatabaseRefusedException(Problem.of("home-not-usable", home, e.getMessage()), e);
        }
    }

    private static EmbeddedDatabase start(Home home, int wantedPort, Map<String, String> settings) throws IOException {
        try {
            stopOrphan(home.data());
            setUnfinishedAside(home.data());
            var credentials = Credentials.of(home);
            var server = launch(home, credentials, freePort(wantedPort), settings);
            return new EmbeddedDatabase(home, credentials, server).verified().prepared();
        } catch (IOException | RuntimeException e) {
            home.close();
            throw e;
        }
    }

    /** JDBC address of the product's database. */
    public String url() {
        return url(Roles.DATABASE);
    }

    /** JDBC address of another database of this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), database);
    }

    public String ownerPassword() {
        return credentials.owner();
    }

    public String appPassword() {
        return credentials.app();
    }

    /** The cluster's administrator, for preparing databases; the product never works with it. */
    public DataSource administrator(String database) {
        return server.getDatabase("postgres", database, Map.of("password", credentials.superuser()));
    }

    /** Whether the server process lives: nobody restarts it while this process runs. */
    public boolean isAlive() {
        try {
            return Postmaster.of(home.data()).isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        var process = Postmaster.of(home.data());
        try (home) {
            server.close();
            // Zonky waits five seconds and then only logs; the lock must not go before the server has.
            if (process.isPresent()) process.get().awaitEnd();
        }
    }

    private static void stopOrphan(Path data) throws IOException {
        var orphan = Postmaster.of(data);
        if (orphan.isEmpty()) return;
        log.warn(
                "Stopping the database server {} left behind by a killed process",
                orphan.get().process().pid());
        orphan.get().stop();
    }

    // initdb killed half way leaves a directory that never starts. Nothing was stored there, but nothing is deleted.
    private static void setUnfinishedAside(Path data) throws IOException {
        if (!Files.exists(data) || Files.exists(finished(data))) return;
        var aside = data.resolveSibling("db.unfinished-" + System.currentTimeMillis());
        log.warn("The database in {} was never finished; it is kept as {}", data, aside);
        Files.move(data, aside);
    }

    private static Path finished(Path data) {
        return data.resolve("chancery.finished");
    }

    private static int freePort(int wanted) throws IOException {
        try (var socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException busy) {
            if (wanted == 0) throw busy;
            log.warn("Port {} is busy; the database takes another", wanted);
            return freePort(0);
        }
    }

    private static EmbeddedPostgres launch(Home home, Credentials credentials, int port, Map<String, String> settings)
            throws IOException {
        var passwordFile = home.path().resolve("initdb.password");
        Credentials.writePrivately(passwordFile, credentials.superuser());
        try {
            var builder = safe(home, passwordFile).setConnectConfig("password", credentials.superuser());
            settings.forEach(builder::setServerConfig);
            return builder.setPort(port).start();
        } catch (IOException | IllegalStateException e) {
            Postmaster.of(home.data()).ifPresent(EmbeddedDatabase::stopQuietly);
            throw new DatabaseRefusedException(
                    Problem.of("server-does-not-start", home.path(), home.path().resolve("server.log")), e);
        } finally {
            Files.delete(passwordFile);
        }
    }

    private static EmbeddedPostgres.Builder safe(Home home, Path passwordFile) {
        var output = ProcessBuilder.Redirect.appendTo(
                home.path().resolve("server.log").toFile());
        return Settings.apply(EmbeddedPostgres.builder())
                // Without an own directory zonky unpacks where any local account may plant a binary.
                .setOverrideWorkingDirectory(home.binaries().toFile())
                .setDataDirectory(home.data())
                .setCleanDataDirectory(false)
                // Its hook would stop the server while the engine still closes.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setOutputRedirector(output)
                .setErrorRedirector(output)
                .setLocaleConfig("pwfile", passwordFile.toString());
    }

    private static void stopQuietly(Postmaster postmaster) {
        try {
            postmaster.stop();
        } catch (IOException e) {
            log.warn("The database server does not stop", e);
        }
    }

    // Zonky takes whatever answers on the port for its own server.
    private EmbeddedDatabase verified() throws IOException {
        var actual = new JdbcTemplate(administrator("postgres")).queryForObject("show data_directory", String.class);
        if (actual != null && new File(actual).toPath().equals(home.data())) return this;
        close();
        throw new DatabaseRefusedException(Problem.of("foreign-server", server.getPort(), actual, home.data()), null);
    }

    private EmbeddedDatabase prepared() throws IOException {
        try {
            Roles.prepare(this, credentials);
            if (!Files.exists(finished(home.data()))) Files.createFile(finished(home.data()));
            return this;
        } catch (IOException | RuntimeException e) {
            close();
            throw new DatabaseRefusedException(Problem.of("roles-not-made", home.path(), e.getMessage()), e);
        }
    }
}
