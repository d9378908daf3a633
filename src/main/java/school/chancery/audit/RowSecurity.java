package school.chancery.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Tells PostgreSQL at the begin of every transaction whose rows it may see; whoever begins it, JPA, JDBC or the engine.
 * The settings end with the transaction, so a pooled connection never carries them to the next one.
 */
@Component
class RowSecurity implements TransactionExecutionListener {
    private static final Logger LOG = LoggerFactory.getLogger(RowSecurity.class);
    private static final String SET =
            "select set_config('chancery.organizations', ?, true), set_config('chancery.sees_all', ?, true)";

    private final DataSource dataSource;

    RowSecurity(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable beginFailure) {
        var actor = Acting.current();
        // Unset is nothing to see: reading a session or a public page costs no round trip.
        if (beginFailure != null || actor.equals(Actor.NOBODY)) return;
        try {
            tell(actor);
        } catch (SQLException e) {
            // A listener that throws would leave the transaction bound to the thread; one that sees nothing ends by
            // itself.
            LOG.warn("Row level security could not be set, the transaction is given up: {}", e.getSQLState());
            transaction.setRollbackOnly();
        }
    }

    private void tell(Actor actor) throws SQLException {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            tell(connection, actor);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static void tell(Connection connection, Actor actor) throws SQLException {
        try (var statement = connection.prepareStatement(SET)) {
            statement.setString(
                    1, actor.visibleOrganizations().stream().map(UUID::toString).collect(Collectors.joining(",")));
            statement.setString(2, actor.seesAll() ? "on" : "off");
            statement.execute();
        }
    }
}
