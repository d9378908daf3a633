package school.chancery.identity.web;

import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.identity.domain.CurrentRights;
import school.chancery.organization.Organizations;

/**
 * One sign-in for the portal and the engine's web applications. Denied unless allowed; what a page of ours lets through
 * stands at the page ({@code @PreAuthorize}), what the engine lets through is decided by its guards behind this.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {
    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher ENGINE = PATH.matcher("/camunda/**");
    private static final RequestMatcher ENGINE_LOGOUT =
            PATH.matcher(POST, "/camunda/api/admin/auth/user/{engine}/logout");
    private static final String CSP =
            "default-src 'self'; frame-ancestors 'self'; form-action 'self'; base-uri 'self';" + " object-src 'none'";

    // Nobody looks at them, and each filter of each request would be measured.
    @Bean
    static SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            CurrentRights rights,
            Organizations organizations,
            PasswordProvider provider,
            SignOutRecord signOut)
            throws Exception {
        // Not as a provider: the global manager is the parent, and a refused try would be made, and counted, twice.
        return http.authenticationManager(new ProviderManager(provider))
                .addFilterAfter(new RightsFilter(rights, organizations), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(SecurityConfiguration::paths)
                .formLogin(form -> form.loginPage("/login")
                        .failureHandler((request, response, refusal) -> response.sendRedirect(
                                request.getContextPath() + "/login?" + PasswordProvider.hint(refusal))))
                .logout(logout -> logout.logoutRequestMatcher(
                                new OrRequestMatcher(PATH.matcher(POST, "/logout"), ENGINE_LOGOUT))
                        .addLogoutHandler(signOut)
                        .logoutSuccessHandler(signedOut()))
                // The engine's own filter guards these with a token of its own.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/camunda/api/**", "/camunda/app/**"))
                .headers(SecurityConfiguration::headers)
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                                new OrRequestMatcher(PATH.matcher("/camunda/api/**"), PATH.matcher("/engine-rest/**")))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), AnyRequestMatcher.INSTANCE))
                .build();
    }

    private static void paths(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths) {
        paths.requestMatchers("/login", "/error", "/pub/**", "/actuator/health/**")
                .permitAll();
        paths.requestMatchers("/actuator/**", "/engine-rest/**", "/camunda-welcome/**")
                .denyAll();
        engineSetup(paths);
        paths.requestMatchers(ENGINE).access(anyRole(Role::reachesEngine));
        paths.requestMatchers("/", "/account/**", "/logout", "/organization/switch")
                .authenticated();
        // The pages a system administrator has beside these; who else, they say themselves.
        paths.requestMatchers("/audit/**", "/workflow/repairs/**").authenticated();
        paths.anyRequest().access(anyRole(role -> role != Role.SYSTEM_ADMINISTRATOR));
    }

    // CVE-2026-77226, and the engine's own password form.
    private static void engineSetup(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths) {
        paths.requestMatchers(
                        "/camunda/api/admin/setup/**",
                        "/camunda/app/admin/{engine}/setup/**",
                        "/camunda/api/admin/auth/user/{engine}/login/**",
                        "/camunda/api/engine/{a}/{b}/identity/verify")
                .denyAll();
    }

    private static AuthorizationManager<RequestAuthorizationContext> anyRole(Predicate<Role> sufficient) {
        return (authentication, context) -> new AuthorizationDecision(has(authentication, sufficient));
    }

    private static boolean has(Supplier<Authentication> authentication, Predicate<Role> sufficient) {
        return authentication.get() != null
                && authentication.get().getPrincipal() instanceof SignedIn signedIn
                && signedIn.roles().stream().anyMatch(sufficient);
    }

    // Frames of our own pages stand inside Tasklist; the engine writes its own policy for its pages.
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(ENGINE), new ContentSecurityPolicyHeaderWriter(CSP)));
    }

    private static LogoutSuccessHandler signedOut() {
        return (request, response, authentication) -> {
            if (ENGINE_LOGOUT.matches(request)) response.setStatus(HttpStatus.NO_CONTENT.value());
            else response.sendRedirect(request.getContextPath() + "/login?logout");
        };
    }

    /**
     * Refuses a zero byte in any parameter: PostgreSQL cannot store it and would answer with an error of its own. Looked
     * at right here: the firewall itself looks when somebody reads them, and half-way through a page that is a 500.
     */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall() {
            @Override
            public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
                var checked = super.getFirewalledRequest(request);
                checked.getParameterMap();
                return checked;
            }
        };
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }
}
