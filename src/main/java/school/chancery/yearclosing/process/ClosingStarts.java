package school.chancery.yearclosing.process;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.chancery.identity.Role;
import school.chancery.organization.PolicyKey;
import school.chancery.workflow.StartableProcess;

/** Who may begin the closing of a year by a form, and what a school settles about it. */
@Configuration(proxyBeanMethods = false)
class ClosingStarts {
    static final Set<Role> STARTERS = Set.of(Role.DIRECTOR, Role.DEPUTY, Role.COORDINATOR);

    @Bean
    StartableProcess closingSchoolYears() {
        return new StartableProcess(CloseSchoolYearProcess.KEY, "yearclosing/close-school-year/start", STARTERS);
    }

    @Bean
    PolicyKey whoStartsTheClosing() {
        return new PolicyKey(ClosingPolicy.START, "ANY", "DIRECTOR|DEPUTY|COORDINATOR|ANY");
    }

    @Bean
    PolicyKey whoCountersignsTheClosing() {
        return new PolicyKey(ClosingPolicy.COUNTERSIGN, "COORDINATOR", "COORDINATOR|NETWORK_ADMINISTRATOR|DEPUTY");
    }
}
