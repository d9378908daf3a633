package school.chancery;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Supplier;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Counts the statements a test's own thread sends to the database; {@code @Import} it. */
@TestConfiguration(proxyBeanMethods = false)
public class StatementCount {
    @Bean
    static BeanPostProcessor countStatements() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? counting(pool) : bean;
            }
        };
    }

    // Still a Hikari pool by type: Flyway's connection as the owner is derived from its settings.
    private static Object counting(HikariDataSource pool) {
        var counted = ProxyDataSourceBuilder.create(pool).countQuery().build();
        var proxy = new ProxyFactory(pool);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice((MethodInterceptor)
                call -> call.getMethod().getName().equals("getConnection") ? counted.getConnection() : call.proceed());
        return proxy.getProxy();
    }

    /** How many statements the work takes. */
    public static long of(Supplier<?> work) {
        QueryCountHolder.clear();
        work.get();
        return QueryCountHolder.getGrandTotal().getTotal();
    }
}
