package school.chancery.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes every trip to the database: the same on a busy machine as on a calm one. */
@TestConfiguration(proxyBeanMethods = false)
public class StatementCount {
    private static final List<String> TRIPS = Collections.synchronizedList(new ArrayList<>());

    @Bean
    static BeanPostProcessor countedStatements() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source && name.equals("dataSource") ? new Counted(source) : bean;
            }
        };
    }

    /** Still the pool for whoever asks what stands behind it: Flyway takes its address from there. */
    static final class Counted extends DelegatingDataSource {
        private final DataSource pool;
        private final DataSource counting;

        Counted(DataSource pool) {
            super(pool);
            this.pool = pool;
            counting = ProxyDataSourceBuilder.create(pool)
                    .afterQuery((execution, queries) -> queries.forEach(query -> TRIPS.add(query.getQuery())))
                    .afterMethod(call -> {
                        if (call.getMethod().getName().equals("commit")) TRIPS.add("commit");
                    })
                    .build();
        }

        @Override
        public Connection getConnection() throws SQLException {
            return counting.getConnection();
        }

        @Override
        public boolean isWrapperFor(Class<?> type) throws SQLException {
            return type.isInstance(pool) || pool.isWrapperFor(type);
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            return type.isInstance(pool) ? type.cast(pool) : pool.unwrap(type);
        }
    }

    /** What went to the database meanwhile, in order; commits as {@code commit}. */
    static List<String> during(Runnable act) {
        TRIPS.clear();
        act.run();
        return List.copyOf(TRIPS);
    }
}
