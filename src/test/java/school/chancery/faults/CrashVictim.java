package school.chancery.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import school.chancery.ChanceryApplication;

/** The product as a child process with a wire at its commits. Prints {@code READY <port>} when it can be used. */
@TestConfiguration(proxyBeanMethods = false)
public class CrashVictim {
    static final String CARELESS = "faults.careless";
    static final String CLOCK_OFFSET = "faults.clock-offset";

    public static void main(String[] args) {
        var application = new SpringApplication(ChanceryApplication.class, CrashVictim.class);
        CommitWire.listen();
        application.run(args);
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        var server = ((WebServerApplicationContext) event.getApplicationContext()).getWebServer();
        System.out.println("READY " + server.getPort());
    }

    @Bean
    static BeanPostProcessor commitWire(Environment environment) {
        var careless = environment.getProperty(CARELESS, Boolean.class, false);
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source && name.equals("dataSource")
                        ? new Wired(source, careless)
                        : bean;
            }
        };
    }

    /** A node whose clock goes wrong: the product's and the engine's. */
    @Bean
    static BeanPostProcessor wrongClock(Environment environment) {
        var offset = environment.getProperty(CLOCK_OFFSET, Duration.class, Duration.ZERO);
        ClockUtil.offset(offset.toMillis());
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Clock clock ? Clock.offset(clock, offset) : bean;
            }
        };
    }

    /** Still the pool for whoever asks what stands behind it: Flyway takes its address from there. */
    private static final class Wired extends DelegatingDataSource {
        private final DataSource pool;
        private final boolean careless;

        Wired(DataSource pool, boolean careless) {
            super(pool);
            this.pool = pool;
            this.careless = careless;
        }

        @Override
        public boolean isWrapperFor(Class<?> type) throws SQLException {
            return type.isInstance(pool) || pool.isWrapperFor(type);
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            return type.isInstance(pool) ? type.cast(pool) : pool.unwrap(type);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return WiredConnection.around(super.getConnection(), careless);
        }
    }
}
