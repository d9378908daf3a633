package school.chancery.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import school.chancery.WrappedPool;

/** Notes every trip to the database: the same on a busy machine as on a calm one. */
@TestConfiguration(proxyBeanMethods = false)
public class StatementCount {
    private static final List<String> TRIPS = Collections.synchronizedList(new ArrayList<>());

    @Bean
    static BeanPostProcessor countedStatements() {
        return WrappedPool.by(StatementCount::counted);
    }

    static DataSource counted(DataSource pool) {
        return ProxyDataSourceBuilder.create(pool)
                .afterQuery((execution, queries) -> queries.forEach(query -> TRIPS.add(query.getQuery())))
                .afterMethod(call -> {
                    if (call.getMethod().getName().equals("commit")) TRIPS.add("commit");
                })
                .build();
    }

    /** What went to the database meanwhile, in order; commits as {@code commit}. */
    static List<String> during(Runnable act) {
        TRIPS.clear();
        act.run();
        return List.copyOf(TRIPS);
    }
}
