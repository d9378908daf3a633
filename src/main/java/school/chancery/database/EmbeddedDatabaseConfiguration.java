package school.chancery.database;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Without {@code spring.datasource.url} the product brings its own server, which outlives the connection pool. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabaseConfiguration.NoServerNamed.class)
class EmbeddedDatabaseConfiguration {
    @Bean
    EmbeddedDatabase embeddedDatabase(
            Environment environment,
            @Value("${chancery.home}") Path home,
            @Value("${chancery.database.port}") int port) {
        if (environment.acceptsProfiles(Profiles.of("production")))
            throw new DatabaseRefusedException(Problem.of("embedded-in-production"));
        return EmbeddedDatabase.start(home, port, Map.of());
    }

    @Bean
    HealthIndicator embeddedDatabaseHealthIndicator(EmbeddedDatabase database) {
        return new EmbeddedDatabaseHealth(database);
    }

    // Both details hold the server, so Spring closes it only after the pool made from them.
    @Bean
    JdbcConnectionDetails appConnection(EmbeddedDatabase database) {
        return new AppConnection(database);
    }

    @Bean
    FlywayConnectionDetails ownerConnection(EmbeddedDatabase database) {
        return new OwnerConnection(database);
    }

    private record AppConnection(EmbeddedDatabase database) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return Roles.APP;
        }

        @Override
        public String getPassword() {
            return database.appPassword();
        }

        @Override
        public String getJdbcUrl() {
            return database.url();
        }
    }

    private record OwnerConnection(EmbeddedDatabase database) implements FlywayConnectionDetails {
        @Override
        public String getUsername() {
            return Roles.OWNER;
        }

        @Override
        public String getPassword() {
            return database.ownerPassword();
        }

        @Override
        public String getJdbcUrl() {
            return database.url();
        }
    }

    static class NoServerNamed extends SpringBootCondition {
        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var url = context.getEnvironment().getProperty("spring.datasource.url");
            var message = ConditionMessage.forCondition("embedded PostgreSQL");
            return StringUtils.hasText(url)
                    ? ConditionOutcome.noMatch(message.because("spring.datasource.url names a server"))
                    : ConditionOutcome.match(message.because("no spring.datasource.url"));
        }
    }
}
