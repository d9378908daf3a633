package school.chancery.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at a database before anything is written to it and names what would lose, mix up or expose data. */
final class DatabaseInspection {
    private static final int OLDEST_VERSION = 150_000;
    private static final List<String> EXTENSIONS = List.of("btree_gist", "pg_trgm");

    private final JdbcClient app;
    private final JdbcClient owner;

    /**
     * @param app as the product works
     * @param owner as the migrations run: row level security hides no row from it
     */
    DatabaseInspection(DataSource app, DataSource owner) {
        this.app = JdbcClient.create(app);
        this.owner = JdbcClient.create(owner);
    }

    /** What no start of the product may overlook: the second wall between schools and Russian letters depend on it. */
    List<Problem> always() {
        return Stream.of(version(), extensions(), locale(), strongRole(), ownedTables())
                .flatMap(Optional::stream)
                .toList();
    }

    /** What only a start that keeps real people's data has to refuse. */
    List<Problem> inProduction() {
        var problems = new ArrayList<>(always());
        problems.addAll(unsafeSettings());
        demoAccounts().ifPresent(problems::add);
        return problems;
    }

    private Optional<Problem> version() {
        return version(value("current_setting('server_version_num')::int", Integer.class));
    }

    static Optional<Problem> version(int number) {
        return number >= OLDEST_VERSION
                ? Optional.empty()
                : Optional.of(Problem.of("version-too-old", number / 10_000, OLDEST_VERSION / 10_000));
    }

    // The migrations make them; a server without contrib would stop halfway.
    private Optional<Problem> extensions() {
        return extensions(app.sql("select name from pg_available_extensions union select extname from pg_extension")
                .query(String.class)
                .list());
    }

    static Optional<Problem> extensions(List<String> known) {
        return EXTENSIONS.stream()
                .filter(needed -> !known.contains(needed))
                .findFirst()
                .map(missing -> Problem.of("extension-missing", missing));
    }

    private Optional<Problem> locale() {
        var russian = value("lower('ИВАНОВ') = 'иванов' and 'Абрамов' < 'Ёлкин' and 'ёж' < 'Жуков'", Boolean.class);
        return russian ? Optional.empty() : Optional.of(Problem.of("locale-not-russian", Roles.CREATE_DATABASE));
    }

    // Membership counts: a role may become any role it is a member of.
    private Optional<Problem> strongRole() {
        return found("role-too-strong", """
                select rolname from pg_roles
                where pg_has_role(current_user, oid, 'member') and (rolsuper or rolbypassrls)""");
    }

    private Optional<Problem> ownedTables() {
        return found("role-owns-tables", """
                select oid::regclass::text from pg_class
                where relkind in ('r', 'p') and relpersistence <> 't' and oid >= 16384
                  and pg_has_role(current_user, relowner, 'member')""");
    }

    private List<Problem> unsafeSettings() {
        return Stream.of("fsync", "synchronous_commit", "full_page_writes")
                .filter(setting -> value("current_setting('" + setting + "') = 'off'", Boolean.class))
                .map(setting -> Problem.of("setting-off", setting))
                .toList();
    }

    // Before the first migration there is no such table, and no such account.
    private Optional<Problem> demoAccounts() {
        var column =
                "select count(*) from information_schema.columns where table_schema = 'identity' and table_name = 'accounts' and column_name = 'demo'";
        if (owner.sql(column).query(Integer.class).single() == 0) return Optional.empty();
        var demo = owner.sql("select count(*) from identity.accounts where demo")
                .query(Integer.class)
                .single();
        return demo == 0 ? Optional.empty() : Optional.of(Problem.of("demo-accounts", demo));
    }

    private Optional<Problem> found(String code, String namesOfOffenders) {
        var names = app.sql(namesOfOffenders + " limit 5").query(String.class).list();
        if (names.isEmpty()) return Optional.empty();
        return Optional.of(Problem.of(code, value("current_user", String.class), String.join(", ", names)));
    }

    private <T> T value(String expression, Class<T> type) {
        return app.sql("select " + expression).query(type).single();
    }
}
