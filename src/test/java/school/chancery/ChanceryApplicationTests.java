package school.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

@ChanceryTest
class ChanceryApplicationTests {
    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ConfigurableListableBeanFactory beans;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Clock clock;

    @Autowired
    private TestClock testClock;

    @AfterEach
    void letTheClockRun() {
        testClock.reset();
    }

    @Test
    void startsOnTheEngineTablesOfTheMigrations() {
        var versions = jdbc.queryForList("select version_ from engine.act_ge_schema_log", String.class);
        assertThat(versions).containsExactly("7.24.0");
    }

    @Test
    void startsTheEngineOnlyAfterTheMigrations() {
        var engine = beans.getBeanDefinition("processEngineFactoryBean");
        assertThat(engine.getDependsOn()).contains("flywayInitializer");
    }

    @Test
    void sendsBatchesAsOneStatement() throws SQLException {
        var pool = dataSource.unwrap(HikariDataSource.class);
        assertThat(pool.getDataSourceProperties()).containsEntry("reWriteBatchedInserts", "true");
    }

    @Test
    void worksAsTheRoleThatOwnsNothing() {
        assertThat(jdbc.queryForObject("select current_user", String.class)).isEqualTo("chancery_app");
    }

    @Test
    void runsNothingByTheClockInTests() {
        assertThat(beans.getBeanNamesForType(ScheduledAnnotationBeanPostProcessor.class, false, false))
                .isEmpty();
    }

    @Test
    void readsTheTimeATestHasSet() {
        testClock.set(Instant.parse("2026-09-01T05:00:00Z"));
        assertThat(clock.instant()).isEqualTo("2026-09-01T05:00:00Z");
    }
}
