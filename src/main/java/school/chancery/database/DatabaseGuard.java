package school.chancery.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Migrates only a database that has passed its inspection; everything else that needs the database comes later. */
@Component
class DatabaseGuard implements FlywayMigrationStrategy {
    private final DataSource app;
    private final Environment environment;

    DatabaseGuard(DataSource app, Environment environment) {
        this.app = app;
        this.environment = environment;
    }

    @Override
    public void migrate(Flyway flyway) {
        requireOwner();
        var problems =
                problems(new DatabaseInspection(app, flyway.getConfiguration().getDataSource()));
        if (!problems.isEmpty()) throw new DatabaseRefusedException(problems);
        flyway.migrate();
    }

    private List<Problem> problems(DatabaseInspection inspection) {
        if (!isActive("production")) return inspection.always();
        return isActive("demo") ? List.of(Problem.of("demo-in-production")) : inspection.inProduction();
    }

    private boolean isActive(String profile) {
        return environment.acceptsProfiles(Profiles.of(profile));
    }

    // Without an owner of its own Flyway would work as the product's role, and that must not own tables.
    private void requireOwner() {
        if (isNamed("spring.datasource.url") && !isNamed("spring.flyway.user"))
            throw new DatabaseRefusedException(Problem.of("owner-not-named"));
    }

    private boolean isNamed(String property) {
        return StringUtils.hasText(environment.getProperty(property));
    }
}
