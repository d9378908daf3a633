package school.chancery.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The product's database and its two roles: one owns the tables, the other works with them and owns nothing. */
final class Roles {
    static final String DATABASE = "chancery";
    static final String OWNER = "chancery_owner";
    static final String APP = "chancery_app";

    static final String CREATE_DATABASE = "create database " + DATABASE
            + " template template0 encoding 'UTF8' locale 'C' locale_provider icu icu_locale 'ru'";

    private Roles() {}

    static void prepare(EmbeddedDatabase server, Credentials credentials) throws IOException {
        createDatabase(new JdbcTemplate(server.administrator("postgres")));
        var administrator = server.administrator(DATABASE);
        createRoles(administrator);
        setPassword(administrator, OWNER, credentials.owner());
        setPassword(administrator, APP, credentials.app());
    }

    private static void createDatabase(JdbcTemplate jdbc) {
        var exists = "select exists (select from pg_database where datname = ?)";
        if (Boolean.TRUE.equals(jdbc.queryForObject(exists, Boolean.class, DATABASE))) return;
        jdbc.execute(CREATE_DATABASE);
    }

    // One string of many statements: the driver knows where a dollar-quoted body ends, a script splitter does not.
    private static void createRoles(DataSource administrator) throws IOException {
        var script = new ClassPathResource("db/roles.sql").getContentAsString(StandardCharsets.UTF_8);
        new JdbcTemplate(administrator).execute(script);
    }

    private static void setPassword(DataSource administrator, String role, String password) {
        var jdbc = new JdbcTemplate(administrator);
        jdbc.execute(
                jdbc.queryForObject("select format('alter role %I password %L', ?, ?)", String.class, role, password));
    }
}
