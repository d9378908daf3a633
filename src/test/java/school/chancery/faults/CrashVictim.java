package school.chancery.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
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
import school.chancery.WrappedPool;

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
        return WrappedPool.by(pool -> new DelegatingDataSource(pool) {
            @Override
            public Connection getConnection() throws SQLException {
                return WiredConnection.around(super.getConnection(), careless);
            }
        });
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
}
