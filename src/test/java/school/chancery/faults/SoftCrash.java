package school.chancery.faults;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import school.chancery.WrappedPool;

/**
 * Ends what the product does at a call to the database: that call and all later ones of the try fail, as if the process
 * had died, and what was not committed is taken back. {@code @Import} it; where it ends, {@link SoftCrashes} says. Only
 * what the test's own thread does is ended: in a {@link school.chancery.ChanceryTest} nothing else works.
 */
@TestConfiguration(proxyBeanMethods = false)
public class SoftCrash {
    private static final ThreadLocal<@Nullable Endings> PRESENT = new ThreadLocal<>();

    @Bean
    static BeanPostProcessor breakableConnections() {
        return WrappedPool.by(SoftCrash::breakable);
    }

    static DataSource breakable(DataSource pool) {
        return ProxyDataSourceBuilder.create(pool)
                .beforeQuery((execution, queries) -> {
                    var endings = PRESENT.get();
                    if (endings == null) return;
                    queries.forEach(query ->
                            endings.call(execution.getConnectionId(), query.getQuery(), execution.getStatement()));
                })
                .beforeMethod(call -> {
                    var endings = PRESENT.get();
                    if (endings == null) return;
                    switch (call.getMethod().getName()) {
                        case "commit" ->
                            endings.commits(call.getConnectionInfo().getConnectionId());
                        case "setAutoCommit" -> endings.takeBack((Connection) call.getTarget());
                        default -> {}
                    }
                })
                .afterMethod(call -> {
                    var endings = PRESENT.get();
                    if (endings == null || call.getThrown() != null) return;
                    var connection = call.getConnectionInfo();
                    switch (call.getMethod().getName()) {
                        case "commit" -> endings.committed(connection.getConnectionId());
                        case "rollback" -> endings.rolledBack(connection.getConnectionId());
                        default -> {}
                    }
                })
                .build();
    }

    /** One try. @return whether it was ended; a failure of a try that was not is the product's own */
    static boolean ends(Endings endings, Runnable act) {
        endings.begin();
        PRESENT.set(endings);
        try {
            act.run();
        } catch (RuntimeException | Error failure) {
            if (!endings.isEnded()) throw failure;
        } finally {
            PRESENT.remove();
        }
        return endings.isEnded();
    }

    /** The listeners may not throw it openly, the methods of JDBC that they stand before may. */
    @SuppressWarnings("unchecked")
    static <T extends Throwable> RuntimeException thrown() throws T {
        throw (T) new SQLException("ended softly", "08006");
    }
}
