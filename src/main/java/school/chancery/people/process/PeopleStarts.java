package school.chancery.people.process;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.chancery.identity.Role;
import school.chancery.workflow.StartableProcess;

/** Who may start the cases about people by a form. */
@Configuration(proxyBeanMethods = false)
class PeopleStarts {
    private static final Set<Role> OFFICE = Set.of(Role.DIRECTOR, Role.DEPUTY, Role.SECRETARY, Role.HR);

    @Bean
    StartableProcess hiring() {
        return new StartableProcess(HireEmployeeProcess.KEY, "people/hire-employee/start", OFFICE);
    }

    @Bean
    StartableProcess dismissing() {
        return new StartableProcess(DismissEmployeeProcess.KEY, "people/dismiss-employee/start", OFFICE);
    }

    @Bean
    StartableProcess assigningDuties() {
        return new StartableProcess(AssignDutyProcess.KEY, "people/assign-duty/start", OFFICE);
    }
}
