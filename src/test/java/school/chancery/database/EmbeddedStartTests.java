package school.chancery.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import school.chancery.TestDatabase;

/** The database half of the product with no server named. */
class EmbeddedStartTests {
    @TempDir
    Path home;

    @BeforeAll
    static void keepBinaries() {
        TestDatabase.keepBinaries();
    }

    @Test
    void servesTheProductUntilTheLastConnectionIsClosed() {
        try (var context = start()) {
            assertThat(currentUser(context)).isEqualTo("chancery_app");
            var beans = context.getBeanFactory();
            assertThat(beans.getDependentBeans("embeddedDatabase")).contains("appConnection", "ownerConnection");
            assertThat(beans.getDependentBeans("appConnection")).contains("dataSource");
        }
        start().close();
    }

    @Test
    void stopsItsServerWithTheProduct() {
        EmbeddedDatabase database;
        try (var context = start()) {
            database = context.getBean(EmbeddedDatabase.class);
            assertThat(database.isAlive()).isTrue();
        }
        assertThat(database.isAlive()).isFalse();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(DatabaseOnly.class)
                .web(WebApplicationType.NONE)
                .profiles("demo")
                .run("--chancery.home=" + home);
    }

    private static String currentUser(ConfigurableApplicationContext context) {
        return context.getBean(JdbcTemplate.class).queryForObject("select current_user", String.class);
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class
    })
    @Import({EmbeddedDatabaseConfiguration.class, DatabaseGuard.class, EngineTables.class})
    static class DatabaseOnly {}
}
