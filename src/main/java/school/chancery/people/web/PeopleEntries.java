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

    @Bean
    PortalEntry pupilsEntry() {
        return new PortalEntry(
                "people.pupils.menu",
                "/people/pupils",
                Set.of(Role.DIRECTOR, Role.DEPUTY, Role.SECRETARY, Role.SOCIAL_PEDAGOGUE),
                410);
    }

    @Bean
    PortalEntry healthEntry() {
        return new PortalEntry("people.health.menu", "/people/health", Set.of(Role.SOCIAL_PEDAGOGUE), 420);
    }

    @Bean
    PortalEntry readingsEntry() {
        return new PortalEntry("people.readings.menu", "/people/health/readings", Set.of(Role.DIRECTOR), 425);
    }

    @Bean
    PortalEntry requestsEntry() {
        return new PortalEntry(
                "people.requests.menu", "/people/requests", Set.of(Role.DIRECTOR, Role.SECRETARY, Role.HR), 430);
    }

    @Bean
    PortalEntry consentTextsEntry() {
        return new PortalEntry(
                "people.consent.menu",
                "/people/consent-texts",
                Set.of(Role.DIRECTOR, Role.DEPUTY, Role.SECRETARY),
                435);
    }
}
