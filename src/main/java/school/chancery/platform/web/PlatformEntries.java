package school.chancery.platform.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.chancery.identity.PortalEntry;
import school.chancery.identity.Role;

@Configuration(proxyBeanMethods = false)
class PlatformEntries {
    @Bean
    PortalEntry platformEntry() {
        return new PortalEntry(
                "platform.menu",
                "/platform",
                Set.of(
                        Role.DIRECTOR,
                        Role.DEPUTY,
                        Role.SECRETARY,
                        Role.COORDINATOR,
                        Role.NETWORK_ADMINISTRATOR,
                        Role.PLATFORM_ADMINISTRATOR,
                        Role.DISTRICT_HEAD,
                        Role.DISTRICT_SPECIALIST),
                300);
    }

    @Bean
    PortalEntry platformsEntry() {
        return new PortalEntry(
                "platform.platform.menu",
                "/platform/platforms",
                Set.of(Role.DISTRICT_HEAD, Role.DISTRICT_SPECIALIST),
                310);
    }
}
