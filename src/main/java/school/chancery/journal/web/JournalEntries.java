package school.chancery.journal.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.chancery.identity.PortalEntry;
import school.chancery.identity.Role;

@Configuration(proxyBeanMethods = false)
class JournalEntries {
    @Bean
    PortalEntry yearMarksEntry() {
        return new PortalEntry(
                "journal.marks.menu",
                "/journal/marks",
                Set.of(Role.DIRECTOR, Role.DEPUTY, Role.CLASS_TEACHER, Role.TEACHER),
                440);
    }

    @Bean
    PortalEntry debtsEntry() {
        return new PortalEntry("journal.debts.menu", "/journal/debts", Set.of(Role.DIRECTOR, Role.DEPUTY), 442);
    }
}
