package school.chancery.orders.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.chancery.identity.PortalEntry;
import school.chancery.identity.Role;
import school.chancery.orders.process.IssueOrderProcess;
import school.chancery.workflow.StartableProcess;

@Configuration(proxyBeanMethods = false)
class OrderEntries {
    @Bean
    PortalEntry ordersEntry() {
        // Everybody: a teacher finds there the orders they were acquainted with.
        return new PortalEntry("orders.register.menu", "/orders", Set.of(), 300);
    }

    @Bean
    StartableProcess issueOrderStart() {
        return new StartableProcess(
                IssueOrderProcess.KEY,
                IssueOrderProcess.START_FORM,
                Set.of(Role.DIRECTOR, Role.DEPUTY, Role.SECRETARY, Role.HR));
    }
}
