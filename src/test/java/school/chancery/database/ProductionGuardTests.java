package school.chancery.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import school.chancery.TestDatabase;

/** Starts the database half of the product in profile {@code production} on servers with one fault each. */
class ProductionGuardTests {
    @TempDir
    static Path home;

    private static EmbeddedDatabase server;
    private static int count;

    private String database;

    @BeforeAll
    static void startADurableServer() {
        TestDatabase.keepBinaries();
        server = EmbeddedDatabase.start(home, 0, Map.of());
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void createAnEmptyDatabase() {
        create("locale_provider icu icu_locale 'ru'");
    }

    @Test
    void startsOnASafeServer() {
        assertThat(refusals("production")).isEmpty();
        assertThat(isMigrated()).isTrue();
    }

    @Test
    void startsAgainOnTheDatabaseItMigrated() {
        assertThat(refusals("production")).isEmpty();
        assertThat(refusals("production")).isEmpty();
    }

    @Test
    void refusesItsOwnEmbeddedServer() {
        var start = new SpringApplicationBuilder(EmbeddedDatabaseConfiguration.class)
                .web(WebApplicationType.NONE)
                .profiles("production");
        assertThat(codes(catchThrowable(start::run))).containsExactly("embedded-in-production");
    }

    @Test
    void refusesADatabaseThatMayForgetWhatItConfirmed() {
        administrator("postgres").execute("alter database " + database + " set synchronous_commit = off");
        assertThat(refusals("production")).containsExactly("setting-off");
        assertThat(isMigrated()).isFalse();
    }

    @Test
    void refusesAServerThatLosesDataWithThePower() {
        var start = new SpringApplicationBuilder(DatabaseOnly.class)
                .web(WebApplicationType.NONE)
                .profiles("production")
                .properties(Map.copyOf(TestDatabase.fresh().properties()));
        assertThat(catchThrowable(start::run))
                .hasStackTraceContaining("fsync")
                .hasStackTraceContaining("full_page_writes");
    }

    @Test
    void refusesARoleThatSeesEverySchoolInProductionAndElsewhere() {
        administrator("postgres").execute("create role boss superuser login password 'boss'");
        assertThat(refusals("production", "boss", "boss")).contains("role-too-strong");
        assertThat(refusals("demo", "boss", "boss")).contains("role-too-strong");
    }

    @Test
    void refusesARoleThatMayBecomeAStrongOne() {
        administrator("postgres").execute("create role patron bypassrls");
        administrator("postgres").execute("create role client login password 'client' in role patron");
        administrator("postgres").execute("grant connect on database " + database + " to client");
        assertThat(refusals("production", "client", "client")).containsExactly("role-too-strong");
    }

    @Test
    void refusesARoleThatOwnsTables() {
        administrator(database).execute("create table public.own (id int)");
        administrator(database).execute("alter table public.own owner to chancery_app");
        assertThat(refusals("production")).containsExactly("role-owns-tables");
        assertThat(refusals("demo")).containsExactly("role-owns-tables");
    }

    @Test
    void refusesALocaleWithoutRussianLetters() {
        create("locale_provider libc lc_collate 'C' lc_ctype 'C'");
        assertThat(refusals("production")).containsExactly("locale-not-russian");
    }

    @Test
    void refusesDemoAccounts() {
        var jdbc = administrator(database);
        jdbc.execute("create schema identity authorization chancery_owner");
        jdbc.execute("create table identity.accounts (demo boolean)");
        jdbc.execute("alter table identity.accounts owner to chancery_owner, enable row level security");
        jdbc.update("insert into identity.accounts values (true)");
        assertThat(refusals("production")).containsExactly("demo-accounts");
    }

    @Test
    void refusesTheDemoBesideProduction() {
        assertThat(refusals("production,demo")).containsExactly("demo-in-production");
    }

    @Test
    void refusesAServerWithoutAnOwnerForItsTables() {
        var start = start("production", "chancery_app", server.appPassword())
                .properties("chancery.owner.username=", "chancery.owner.password=");
        assertThat(codes(catchThrowable(start::run))).containsExactly("owner-not-named");
    }

    @Test
    void refusesAServerWithoutTheExtensionsThatTheTablesNeed() {
        assertThat(DatabaseInspection.extensions(List.of("plpgsql", "pg_trgm")))
                .get()
                .returns("extension-missing", Problem::code);
        assertThat(DatabaseInspection.extensions(List.of("pg_trgm", "btree_gist")))
                .isEmpty();
    }

    @Test
    void refusesVersionsBeforeFifteen() {
        assertThat(DatabaseInspection.version(140_019)).get().returns("version-too-old", Problem::code);
        assertThat(DatabaseInspection.version(150_000)).isEmpty();
    }

    @Test
    void saysInBothLanguagesWhatIsWrongAndWhatToDo() {
        var refusal = new DatabaseRefusedException(Problem.of("setting-off", "fsync"));
        var report = new DatabaseRefusedFailureAnalyzer().analyze(refusal);
        assertThat(report.getDescription())
                .contains("Настройка сервера fsync выключена", "The server setting fsync is off");
        assertThat(report.getAction()).contains("Включите fsync", "Turn on fsync");
    }

    private void create(String locale) {
        database = "guarded_" + ++count;
        var jdbc = administrator("postgres");
        jdbc.execute("create database " + database + " template template0 encoding 'UTF8' locale 'C' " + locale);
        jdbc.execute("alter database " + database + " owner to chancery_owner");
        administrator(database).execute("create schema engine authorization chancery_owner");
    }

    private List<String> refusals(String profiles) {
        return refusals(profiles, "chancery_app", server.appPassword());
    }

    private List<String> refusals(String profiles, String user, String password) {
        var start = start(profiles, user, password);
        return codes(catchThrowable(() -> start.run().close()));
    }

    private SpringApplicationBuilder start(String profiles, String user, String password) {
        return new SpringApplicationBuilder(DatabaseOnly.class)
                .web(WebApplicationType.NONE)
                .profiles(profiles.split(","))
                .properties(Map.of(
                        "spring.datasource.url",
                        server.url(database),
                        "spring.datasource.username",
                        user,
                        "spring.datasource.password",
                        password,
                        "chancery.owner.username",
                        "chancery_owner",
                        "chancery.owner.password",
                        server.ownerPassword()));
    }

    private boolean isMigrated() {
        var history = "select to_regclass('flyway.flyway_schema_history') is not null";
        return Boolean.TRUE.equals(administrator(database).queryForObject(history, Boolean.class));
    }

    private static JdbcTemplate administrator(String database) {
        return new JdbcTemplate(server.administrator(database));
    }

    private static List<String> codes(@Nullable Throwable failure) {
        if (failure == null) return List.of();
        var refusal = (DatabaseRefusedException) NestedExceptionUtils.getMostSpecificCause(failure);
        return refusal.problems().stream().map(Problem::code).toList();
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    @Import({DatabaseGuard.class, EngineTables.class})
    static class DatabaseOnly {}
}
