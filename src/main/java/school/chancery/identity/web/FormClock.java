package school.chancery.identity.web;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.validation.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;

/** "Past" and "future" in constraints of forms: by the product's clock, in the zone of the active organization. */
@Configuration(proxyBeanMethods = false)
class FormClock {
    @Bean
    ValidationConfigurationCustomizer clockOfForms(Clock clock) {
        return validation -> validation.clockProvider(() -> clock.withZone(zone()));
    }

    private static ZoneId zone() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof PortalPrincipal principal
                ? principal.zone()
                : ZoneOffset.UTC;
    }
}
