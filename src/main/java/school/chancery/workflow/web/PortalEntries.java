package school.chancery.workflow.web;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.chancery.identity.PortalEntry;
import school.chancery.identity.Role;
import school.chancery.workflow.StartableProcess;

/** The first links of the portal's navigation. */
@Configuration(proxyBeanMethods = false)
class PortalEntries {
    @Bean
    PortalEntry inboxEntry() {
        return new PortalEntry("workflow.inbox.title", "/inbox", roles(role -> role != Role.SYSTEM_ADMINISTRATOR), 100);
    }

    @Bean
    PortalEntry startEntry(ObjectProvider<StartableProcess> startable) {
        var roles =
                startable.stream().flatMap(process -> process.roles().stream()).collect(Collectors.toSet());
        return new PortalEntry("workflow.start.title", "/start", roles, 110);
    }

    @Bean
    PortalEntry casesEntry() {
        return new PortalEntry(
                "workflow.cases.title", "/cases", roles(role -> role.isOffice() || role.isDistrict()), 120);
    }

    @Bean
    PortalEntry termsEntry() {
        return new PortalEntry(
                "workflow.terms.menu",
                "/workflow/terms",
                Set.of(Role.DIRECTOR, Role.DEPUTY, Role.COORDINATOR, Role.DISTRICT_HEAD, Role.DISTRICT_SPECIALIST),
                930);
    }

    @Bean
    PortalEntry repairsEntry() {
        return new PortalEntry(
                "workflow.repairs.menu",
                "/workflow/repairs",
                Set.of(Role.SYSTEM_ADMINISTRATOR, Role.DIRECTOR, Role.DISTRICT_HEAD, Role.DISTRICT_SPECIALIST),
                950);
    }

    private static Set<Role> roles(Predicate<Role> which) {
        return Stream.of(Role.values()).filter(which).collect(Collectors.toSet());
    }
}
