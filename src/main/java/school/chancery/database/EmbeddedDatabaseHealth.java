package school.chancery.database;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** Down once the embedded server has died under the running product, which a failing pool alone would not explain. */
class EmbeddedDatabaseHealth extends AbstractHealthIndicator {
    private final EmbeddedDatabase database;

    EmbeddedDatabaseHealth(EmbeddedDatabase database) {
        this.database = database;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        if (database.isAlive()) builder.up();
        else builder.down().withDetail("reason", "The embedded database server has ended; restart the product");
    }
}
