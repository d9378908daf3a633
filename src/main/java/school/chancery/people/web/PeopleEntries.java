package school.chancery.people.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.chancery.identity.PortalEntry;
import school.chancery.identity.Role;

@Configuration(proxyBeanMethods = false)
class PeopleEntries {
    @Bean
    PortalEntry staffEntry() {
        return new PortalEntry(
                "people.staff.menu",
                "/people/staff",
                Set.of(
                        Role.DIRECTOR,
                        Role.DEPUTY,
                        Role.SECRETARY,
                        Role.HR,
                        Role.COORDINATOR,
                        Role.NETWORK_ADMINISTRATOR,
                        Role.PLATFORM_ADMINISTRATOR),
                400);
    }
}
