package school.chancery.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A PostgreSQL server of our own below a home directory, fit to keep a school's data: durable, behind passwords, on the
 * loopback only, its data directory held by this process alone.
 */
public final class EmbeddedDatabase implements AutoCloseable {
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
     * @param settings server settings that win over the safe ones; empty for anything but tests
     * @throws DatabaseRefusedException when the directory is in use, somebody else's or cannot be served
     */
    public static EmbeddedDatabase start(Path home, int wantedPort, Map<String, String> settings) {
        try {
            return startOn(home, Launcher.freePort(wantedPort), settings);
        } catch (IOException e) {
            throw new DatabaseRefusedException(Problem.of("home-not-usable", home, e.getMessage()), e);
        }
    }

    /** As {@link #start}, on exactly this port, whoever may listen there. */
    static EmbeddedDatabase startOn(Path path, int port, Map<String, String> settings) throws IOException {
        var home = Home.take(path);
        try {
            home.data().recover();
            var credentials = Credentials.of(home);
            var server = new Launcher(home, credentials, settings).launch(port);
            return new EmbeddedDatabase(home, credentials, server).prepared();
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

    /** The cluster's administrator, for preparing databases; the product never works as that role. */
    public DataSource administrator(String database) {
        return server.getDatabase("postgres", database, Map.of("password", credentials.superuser()));
    }

    /** Whether the server process lives: nobody restarts it while this process runs. */
    public boolean isAlive() {
        try {
            return home.data().server().isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try (home) {
            var process = home.data().server();
            server.close();
            // Zonky waits five seconds and then only logs; the lock must not go before the server has.
            if (process.isPresent()) process.get().awaitEnd();
        }
    }

    private EmbeddedDatabase prepared() throws IOException {
        try {
            requireOurs();
            Roles.prepare(this, credentials);
            home.data().markFinished();
            return this;
        } catch (DataAccessException e) {
            close();
            throw new DatabaseRefusedException(Problem.of("roles-not-made", home.path(), e.getMessage()), e);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    // Zonky takes whatever answers on the port for its own server.
    private void requireOurs() {
        var actual = new JdbcTemplate(administrator("postgres")).queryForObject("show data_directory", String.class);
        var ours = home.data().path();
        if (actual == null || !Path.of(actual).equals(ours))
            throw new DatabaseRefusedException(Problem.of("foreign-server", server.getPort(), actual, ours));
    }
}
