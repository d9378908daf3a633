package school.chancery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import school.chancery.database.DatabaseRefusedException;
import school.chancery.database.EmbeddedDatabase;
import school.chancery.database.EngineTables;

/**
 * One embedded PostgreSQL for all tests of a JVM, with the product's roles, locale and migrations. The shared database
 * is what every Spring context works on; {@link #fresh()} gives an empty migrated one of its own in a fraction of a
 * second. Only its durability is off: what it holds is thrown away with the JVM. Benchmarks have it on ({@code
 * -Dchancery.test.durable=true}): a commit that costs nothing would flatter them.
 */
public final class TestDatabase {
    private static final String TEMPLATE = "migrated";
    private static final String SHARED = "shared";
    private static final Map<String, String> WIDE = Map.of("max_connections", "300");
    private static final Map<String, String> FAST_AND_WIDE =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "max_connections", "300");
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static @Nullable EmbeddedDatabase server;

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** The database of all Spring contexts. */
    public static TestDatabase shared() {
        server();
        return new TestDatabase(SHARED);
    }

    /**
     * For a test that starts a server of its own in this JVM. Zonky runs every server of a JVM on what the first one
     * unpacked; in a folder that goes with its test, the libraries of all later ones would go with it.
     */
    public static void keepBinaries() {
        server();
    }

    /** A migrated database nobody else uses. */
    public static TestDatabase fresh() {
        var name = "fresh_" + COUNTER.incrementAndGet();
        copyTemplate(server(), name);
        return new TestDatabase(name);
    }

    /** A copy of this database as it is now; nobody may be connected to it. */
    public TestDatabase copy() {
        var copy = "copy_" + COUNTER.incrementAndGet();
        copyOf(name, server(), copy);
        return new TestDatabase(copy);
    }

    public String url() {
        return server().url(name);
    }

    /** As the product works: under row level security, owning nothing. */
    public DataSource app() {
        return as("chancery_app", server().appPassword());
    }

    /** As Flyway works: the owner of the tables, whom row level security does not bind. */
    public DataSource owner() {
        return as("chancery_owner", server().ownerPassword());
    }

    /** As the cluster's superuser, for what only a test may do. */
    public DataSource administrator() {
        return server().administrator(name);
    }

    /** Properties that point a start of the product at this database. */
    public Map<String, String> properties() {
        return properties(server(), name);
    }

    private DataSource as(String role, String password) {
        return new DriverManagerDataSource(url(), role, password);
    }

    private static synchronized EmbeddedDatabase server() {
        if (server == null) server = start();
        return server;
    }

    private static EmbeddedDatabase start() {
        try {
            var place = Files.createDirectories(Path.of("target/test-databases").toAbsolutePath());
            discardLeftovers(place);
            var home = Files.createTempDirectory(place, "jvm-");
            shareBinaries(place, home);
            var started = EmbeddedDatabase.start(home, 0, settings());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(started, home)));
            createTemplate(started);
            copyTemplate(started, SHARED);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> settings() {
        return Boolean.getBoolean("chancery.test.durable") ? WIDE : FAST_AND_WIDE;
    }

    // Unpacked once for all test runs: that is most of the time of a first start.
    private static void shareBinaries(Path place, Path home) throws IOException {
        Files.createSymbolicLink(home.resolve("pg"), Files.createDirectories(place.resolve("pg")));
    }

    // A killed run leaves a server behind; starting its home stops that one, and a home in use refuses.
    private static void discardLeftovers(Path place) throws IOException {
        try (var homes = Files.newDirectoryStream(place, "jvm-*")) {
            for (var home : homes) {
                try {
                    discard(EmbeddedDatabase.start(home, 0, FAST_AND_WIDE), home);
                } catch (DatabaseRefusedException inUse) {
                    continue;
                }
            }
        }
    }

    private static void discard(EmbeddedDatabase started, Path home) {
        try {
            started.close();
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // With the product's own settings, so that tests run on what a start would have made.
    private static void createTemplate(EmbeddedDatabase started) {
        var jdbc = new JdbcTemplate(started.administrator("postgres"));
        jdbc.execute("alter database chancery rename to " + TEMPLATE);
        var properties = properties(started, TEMPLATE);
        new SpringApplicationBuilder(MigrationsOnly.class)
                .web(WebApplicationType.NONE)
                .profiles("test")
                .properties(Map.copyOf(properties))
                .run()
                .close();
    }

    private static void copyTemplate(EmbeddedDatabase started, String name) {
        copyOf(TEMPLATE, started, name);
    }

    private static void copyOf(String template, EmbeddedDatabase started, String name) {
        var jdbc = new JdbcTemplate(started.administrator("postgres"));
        jdbc.execute("create database " + name + " template " + template + " owner chancery_owner");
        jdbc.execute("revoke all on database " + name + " from public");
        jdbc.execute("grant connect on database " + name + " to chancery_app");
    }

    private static Map<String, String> properties(EmbeddedDatabase started, String name) {
        return Map.of(
                "spring.datasource.url", started.url(name),
                "spring.datasource.username", "chancery_app",
                "spring.datasource.password", started.appPassword(),
                "chancery.owner.username", "chancery_owner",
                "chancery.owner.password", started.ownerPassword());
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    @Import(EngineTables.class)
    static class MigrationsOnly {}

    /** Points a Spring test at the shared database. */
    public static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(shared().properties()).applyTo(context);
        }
    }
}
