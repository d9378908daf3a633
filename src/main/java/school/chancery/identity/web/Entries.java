package school.chancery.identity.web;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.chancery.identity.PortalEntry;
import school.chancery.identity.Role;

/** Navigation to the pages of this module, and of {@code organization}, which knows no roles. */
@Configuration(proxyBeanMethods = false)
class Entries {
    @Bean
    PortalEntry rolesEntry() {
        return new PortalEntry(
                "identity.roles.menu",
                "/identity/roles",
                Set.of(
                        Role.DIRECTOR,
                        Role.NETWORK_ADMINISTRATOR,
                        Role.COORDINATOR,
                        Role.DISTRICT_HEAD,
                        Role.DISTRICT_SPECIALIST),
                900);
    }

    @Bean
    PortalEntry auditEntry() {
        return new PortalEntry(
                "identity.audit.menu",
                "/audit",
                Set.of(Role.DIRECTOR, Role.DEPUTY, Role.DISTRICT_HEAD, Role.SYSTEM_ADMINISTRATOR),
                940);
    }

    @Bean
    PortalEntry schoolEntry() {
        return new PortalEntry(
                "organization.school.menu",
                "/organization/school",
                EnumSet.complementOf(EnumSet.of(
                        Role.PARENT,
                        Role.STUDENT,
                        Role.DISTRICT_HEAD,
                        Role.DISTRICT_SPECIALIST,
                        Role.SYSTEM_ADMINISTRATOR)),
                350);
    }

    @Bean
    PortalEntry calendarEntry() {
        return new PortalEntry(
                "organization.calendar.menu",
                "/organization/calendar",
                Set.of(Role.DISTRICT_HEAD, Role.DISTRICT_SPECIALIST),
                910);
    }

    @Bean
    PortalEntry policiesEntry() {
        return new PortalEntry(
                "organization.policies.menu",
                "/organization/policies",
                Set.of(Role.DIRECTOR, Role.DEPUTY, Role.COORDINATOR, Role.DISTRICT_HEAD, Role.DISTRICT_SPECIALIST),
                920);
    }

    @Bean
    PortalEntry officeEntry() {
        return new PortalEntry(
                "organization.office.menu",
                "/organization/office",
                Set.of(Role.DISTRICT_HEAD, Role.DISTRICT_SPECIALIST),
                905);
    }

    @Bean
    PortalEntry directorsEntry() {
        return new PortalEntry(
                "identity.directors.menu",
                "/identity/directors",
                Set.of(Role.DISTRICT_HEAD, Role.DISTRICT_SPECIALIST),
                890);
    }
}
