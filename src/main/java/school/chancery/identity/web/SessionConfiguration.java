package school.chancery.identity.web;

import jakarta.servlet.Filter;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.session.Session;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions in the database, for all nodes alike. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {
    // Its statements stand alone; what belongs together is held together by CalmSessions.
    @Bean
    JdbcIndexedSessionRepository storedSessions(
            JdbcOperations jdbc,
            @Value("${spring.session.jdbc.table-name}") String table,
            @Value("${server.servlet.session.timeout}") Duration timeout) {
        var sessions = new JdbcIndexedSessionRepository(jdbc, TransactionOperations.withoutTransaction());
        sessions.setTableName(table);
        sessions.setDefaultMaxInactiveInterval(timeout);
        return sessions;
    }

    @Bean
    @Primary
    CalmSessions<? extends Session> sessions(
            JdbcIndexedSessionRepository stored, PlatformTransactionManager transactions) {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new CalmSessions<>(stored, apart);
    }

    @Bean
    FilterRegistrationBean<Filter> sessionOfRequest(CalmSessions<?> sessions) {
        Filter filter = (request, response, chain) -> {
            sessions.remember();
            try {
                chain.doFilter(request, response);
            } finally {
                sessions.forget();
            }
        };
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return registration;
    }
}
