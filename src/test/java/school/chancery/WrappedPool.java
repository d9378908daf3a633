package school.chancery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The product's connections as a test wants to have them; still the pool for whoever asks what stands behind it: Flyway
 * takes its address from there.
 */
public final class WrappedPool extends DelegatingDataSource {
    private final DataSource wrapped;

    private WrappedPool(DataSource pool, DataSource wrapped) {
        super(pool);
        this.wrapped = wrapped;
    }

    /** Replaces the product's source of connections. */
    public static BeanPostProcessor by(UnaryOperator<DataSource> wrapper) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool && name.equals("dataSource")
                        ? new WrappedPool(pool, wrapper.apply(pool))
                        : bean;
            }
        };
    }

    @Override
    public Connection getConnection() throws SQLException {
        return wrapped.getConnection();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(pool()) || pool().isWrapperFor(type);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(pool()) ? type.cast(pool()) : pool().unwrap(type);
    }

    private DataSource pool() {
        return obtainTargetDataSource();
    }
}
