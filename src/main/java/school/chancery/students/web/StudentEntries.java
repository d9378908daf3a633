package school.chancery.students.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.chancery.identity.PortalEntry;
import school.chancery.identity.Role;

@Configuration(proxyBeanMethods = false)
class StudentEntries {
    @Bean
    PortalEntry transfersEntry() {
        return new PortalEntry(
                "students.transfers.menu",
                "/students/transfers",
                Set.of(Role.DIRECTOR, Role.DEPUTY, Role.SECRETARY),
                420);
    }

    @Bean
    PortalEntry movementsEntry() {
        return new PortalEntry(
                "students.book.menu", "/students/movements", Set.of(Role.DIRECTOR, Role.DEPUTY, Role.SECRETARY), 422);
    }

    @Bean
    PortalEntry alphabetBookEntry() {
        return new PortalEntry(
                "students.alphabet.menu",
                "/students/alphabet-book",
                Set.of(Role.DIRECTOR, Role.DEPUTY, Role.SECRETARY),
                423);
    }

    @Bean
    PortalEntry classListsEntry() {
        return new PortalEntry(
                "students.class.menu", "/students/classes", Set.of(Role.DIRECTOR, Role.DEPUTY, Role.SECRETARY), 424);
    }

    @Bean
    PortalEntry missingEntry() {
        return new PortalEntry(
                "students.missing.menu",
                "/students/transfers/missing",
                Set.of(Role.DISTRICT_HEAD, Role.DISTRICT_SPECIALIST),
                430);
    }
}
