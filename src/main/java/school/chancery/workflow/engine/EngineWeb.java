package school.chancery.workflow.engine;

import jakarta.servlet.Filter;
import java.util.Map;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import school.chancery.workflow.domain.TaskRows;

/**
 * Filters around the engine's web applications: after Spring Security (-100), before the engine's own, which are always
 * last.
 */
@Configuration(proxyBeanMethods = false)
class EngineWeb implements WebMvcConfigurer {
    private static final String[] ALL = {"/camunda/*", "/engine-rest/*"};

    private final EngineActor actor;

    EngineWeb(EngineActor actor) {
        this.actor = actor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ActorInterceptor(actor));
    }

    @Bean
    FilterRegistrationBean<Filter> engineWrites() {
        return filter(new EngineWritesFilter(), 98, ALL);
    }

    @Bean
    FilterRegistrationBean<Filter> expressionKeys() {
        return filter(new ExpressionKeysFilter(), 99, ALL);
    }

    @Bean
    FilterRegistrationBean<Filter> engineQuestions(
            @Value("${camunda.bpm.generic-properties.properties.queryMaxResultsLimit}") int limit) {
        return filter(new ResultLimitFilter(limit), 99, "/camunda/api/*");
    }

    @Bean
    FilterRegistrationBean<Filter> taskStanding(TaskRows tasks) {
        return filter(new TaskStandingFilter(tasks, actor), 99, "/camunda/api/*");
    }

    @Bean
    FilterRegistrationBean<Filter> nonce() {
        return filter(new NonceFilter(), 100, "/camunda/app/*");
    }

    @Bean
    FilterRegistrationBean<Filter> engineSignIn() {
        var registration = filter(new ContainerBasedAuthenticationFilter(), 101, "/camunda/app/*", "/camunda/api/*");
        registration.setInitParameters(Map.of("authentication-provider", SignedInProvider.class.getName()));
        return registration;
    }

    private static FilterRegistrationBean<Filter> filter(Filter filter, int order, String... paths) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(paths);
        registration.setOrder(order);
        return registration;
    }
}
