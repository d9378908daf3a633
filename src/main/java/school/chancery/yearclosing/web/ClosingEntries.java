package school.chancery.yearclosing.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.chancery.identity.PortalEntry;
import school.chancery.identity.Role;

@Configuration(proxyBeanMethods = false)
class ClosingEntries {
    @Bean
    PortalEntry closingsEntry() {
        return new PortalEntry(
                "yearclosing.menu",
                "/yearclosing",
                Set.of(
                        Role.DIRECTOR,
                        Role.DEPUTY,
                        Role.COORDINATOR,
                        Role.NETWORK_ADMINISTRATOR,
                        Role.SECRETARY,
                        Role.DISTRICT_HEAD,
                        Role.DISTRICT_SPECIALIST),
                440);
    }
}
