package school.chancery.exchange.web;

import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.chancery.exchange.file.FileLimits;
import school.chancery.identity.PortalEntry;
import school.chancery.identity.Role;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileLimits.class)
class ExchangeEntries {
    @Bean
    PortalEntry importsEntry() {
        return new PortalEntry(
                "exchange.menu", "/exchange", Set.of(Role.DIRECTOR, Role.DEPUTY, Role.OPERATOR, Role.HR), 900);
    }
}
