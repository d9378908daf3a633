package school.chancery.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import school.chancery.ChanceryApplication;

/** The product as a child process with a wire at its commits. Prints {@code READY <port>} when it can be used. */
@TestConfiguration(proxyBeanMethods = false)
public class CrashVictim {
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
    static BeanPostProcessor commitWire() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source && name.equals("dataSource") ? new Wired(source) : bean;
            }
        };
    }

    /** Still the pool for whoever asks what stands behind it: Flyway takes its address from there. */
    private static final class Wired extends DelegatingDataSource {
        private final DataSource pool;

        Wired(DataSource pool) {
            super(pool);
            this.pool = pool;
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
            var real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                        if (method.getName().equals("commit")) {
                            CommitWire.around(real::commit);
                            return null;
                        }
                        try {
                            return method.invoke(real, args);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
