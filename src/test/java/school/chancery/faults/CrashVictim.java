package school.chancery.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
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

    private static final class Wired extends DelegatingDataSource {
        Wired(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
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
