package school.chancery.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import school.chancery.TestDatabase;

class EmbeddedPostgresTests {
    @TempDir
    static Path place;

    private static EmbeddedDatabase database;
    private static JdbcTemplate app;

    @BeforeAll
    static void start() throws IOException {
        TestDatabase.keepBinaries();
        database = EmbeddedDatabase.start(home("main"), 0, Map.of());
        app = new JdbcTemplate(new DriverManagerDataSource(database.url(), "chancery_app", database.appPassword()));
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "password_encryption, scram-sha-256",
        "log_error_verbosity, terse"
    })
    void runsWithTheSettingThatKeepsDataSafe(String setting, String value) {
        var administrator = new JdbcTemplate(database.administrator("postgres"));
        assertThat(administrator.queryForObject("select current_setting(?)", String.class, setting))
                .isEqualTo(value);
    }

    @Test
    void givesTheProductNoPowerBeyondItsRows() {
        var role = app.queryForMap("select rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolreplication"
                + " from pg_roles where rolname = current_user");
        assertThat(role.values()).containsOnly(false);
        assertThat(app.queryForObject(
                        "select has_database_privilege(current_database(), 'create, temporary')", Boolean.class))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "chancery_owner", "chancery_app"})
    void letsNobodySignInWithoutThePassword(String role) {
        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), role, "postgres"))
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isEqualTo("28P01");
        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), role, null))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void keepsItsDirectoryAndPasswordsToItsUser() throws IOException {
        assertThat(permissions("main")).isEqualTo("rwx------");
        assertThat(permissions("main/credentials.properties")).isEqualTo("rw-------");
        assertThat(home("main").resolve("initdb.password")).doesNotExist();
    }

    @Test
    void sortsAndSearchesRussianNames() {
        var sorted =
                "select string_agg(name, ' ' order by name) from unnest(array['Жуков', 'Ёлкин', 'абв', 'Ежов', 'ёж']) name";
        assertThat(app.queryForObject(sorted, String.class)).isEqualTo("абв ёж Ежов Ёлкин Жуков");
        assertThat(app.queryForObject("select 'Иванов' ilike 'иВАН%'", Boolean.class))
                .isTrue();
    }

    @Test
    void comesUpWithTheSameRowsAfterItsProcessWasKilled() throws Exception {
        var home = home("killed");
        try (var child = ServerProcess.start(home)) {
            child.kill();
        }
        var orphan = new DataDirectory(home.toRealPath().resolve("db")).server().orElseThrow();
        try (var again = EmbeddedDatabase.start(home, 0, Map.of())) {
            assertThat(orphan.process().isAlive()).isFalse();
            assertThat(new JdbcTemplate(again.administrator("chancery"))
                            .queryForList("select word from kept", String.class))
                    .containsExactly("сохранено");
        }
    }

    @Test
    void refusesADirectoryThatAnotherProcessServes() throws Exception {
        try (var child = ServerProcess.start(home("shared"))) {
            refuses("home-in-use", home("shared"));
        }
    }

    @Test
    void refusesADirectoryThatItServesItself() throws IOException {
        refuses("home-in-use", home("main"));
    }

    @Test
    void refusesADirectoryOfAnotherUser() throws IOException {
        refuses("home-of-other-user", directoryOfAnotherUser());
    }

    @Test
    void refusesToInventPasswordsForDataItCannotOpen() throws IOException {
        EmbeddedDatabase.start(home("lost"), 0, Map.of()).close();
        Files.delete(home("lost").resolve("credentials.properties"));
        refuses("credentials-lost", home("lost"));
    }

    @Test
    void refusesAPlainFileInPlaceOfTheDirectory() throws IOException {
        refuses("home-not-usable", Files.createFile(place.resolve("file")));
    }

    @Test
    void takesAnotherPortWhenAForeignServerHasTheWantedOne() throws IOException {
        try (var other = EmbeddedDatabase.start(home("busy"), portOf(database), Map.of())) {
            assertThat(portOf(other)).isNotEqualTo(portOf(database));
            assertThat(dataDirectory(other)).endsWith("busy/db");
        }
    }

    // The race after the port was chosen: the foreign server even knows our password.
    @Test
    void neverAdoptsAForeignServerThatAnswersOnItsPort() throws IOException {
        Files.copy(
                home("main").resolve("credentials.properties"), home("adopting").resolve("credentials.properties"));
        refused("foreign-server", path -> startOn(path, portOf(database)), home("adopting"));
        assertThat(database.isAlive()).isTrue();
        assertThat(dataDirectory(database)).endsWith("main/db");
    }

    @Test
    void setsAsideAFirstStartThatWasCutShort() throws IOException {
        var data = Files.createDirectories(home("cut").resolve("db"));
        Files.writeString(data.resolve("PG_VERSION"), "17");
        EmbeddedDatabase.start(home("cut"), 0, Map.of()).close();
        try (var files = Files.list(home("cut"))) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("db.unfinished-")))
                    .singleElement(InstanceOfAssertFactories.PATH)
                    .isDirectoryContaining("glob:**PG_VERSION");
        }
    }

    @Test
    void stopsNoServerThatMerelyHasTheRecordedProcessId() throws IOException {
        var data = Files.createDirectories(home("reboot").resolve("db"));
        var pid = new DataDirectory(home("main").toRealPath().resolve("db"))
                .server()
                .orElseThrow()
                .pid();
        Files.writeString(data.resolve("postmaster.pid"), pid + "\n");
        assertThat(new DataDirectory(data).server()).isEmpty();
    }

    @Test
    void reportsTheDeathOfItsServer() throws Exception {
        try (var dying = EmbeddedDatabase.start(home("dying"), 0, Map.of())) {
            var health = new EmbeddedDatabaseHealth(dying);
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            var server = new DataDirectory(home("dying").toRealPath().resolve("db"))
                    .server()
                    .orElseThrow();
            server.process().destroyForcibly();
            server.awaitEnd();
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        }
    }

    @Test
    void hasStoppedItsServerOnceClosed() throws IOException {
        var closing = EmbeddedDatabase.start(home("closing"), 0, Map.of());
        var server = new DataDirectory(home("closing").toRealPath().resolve("db"))
                .server()
                .orElseThrow();
        closing.close();
        assertThat(server.process().isAlive()).isFalse();
        EmbeddedDatabase.start(home("closing"), 0, Map.of()).close();
    }

    private static void refuses(String code, Path home) {
        refused(code, path -> EmbeddedDatabase.start(path, 0, Map.of()).url(), home);
    }

    private static void refused(String code, Consumer<Path> start, Path home) {
        assertThatThrownBy(() -> start.accept(home))
                .isInstanceOfSatisfying(
                        DatabaseRefusedException.class,
                        refusal ->
                                assertThat(refusal.problems()).singleElement().returns(code, Problem::code));
    }

    private static void startOn(Path home, int port) {
        try {
            EmbeddedDatabase.startOn(home, port, Map.of());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    // Root may give a directory away; anybody else finds one that root owns.
    private static Path directoryOfAnotherUser() throws IOException {
        var given = Files.createDirectory(place.resolve("foreign"));
        if (!"root".equals(Files.getOwner(given).getName())) return Path.of("/usr");
        Files.setAttribute(given, "unix:uid", 12345);
        return given;
    }

    // With the binaries of the first: unpacking is most of a first start.
    private static Path home(String name) throws IOException {
        var home = Files.createDirectories(place.resolve(name));
        var binaries = Files.createDirectories(place.resolve("binaries"));
        if (Files.notExists(home.resolve("pg"))) Files.createSymbolicLink(home.resolve("pg"), binaries);
        return home;
    }

    private static String permissions(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve(path)));
    }

    private static String dataDirectory(EmbeddedDatabase database) {
        var jdbc = new JdbcTemplate(database.administrator("postgres"));
        return jdbc.queryForObject("show data_directory", String.class);
    }

    private static int portOf(EmbeddedDatabase database) {
        return Integer.parseInt(database.url().replaceAll(".*:(\\d+)/.*", "$1"));
    }
}
