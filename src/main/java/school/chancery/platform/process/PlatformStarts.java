package school.chancery.platform.process;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.chancery.identity.Role;
import school.chancery.workflow.StartableProcess;

/** Who may start the platform's cases by a form. */
@Configuration(proxyBeanMethods = false)
class PlatformStarts {
    private static final Set<Role> PROPOSERS = Set.of(Role.DEPUTY, Role.DIRECTOR, Role.SECRETARY);

    @Bean
    StartableProcess appointingAdministrators() {
        return new StartableProcess(AppointAdministratorProcess.KEY, "platform/appoint-administrator/start", PROPOSERS);
    }

    @Bean
    StartableProcess relievingAdministrators() {
        return new StartableProcess(RelieveAdministratorProcess.KEY, "platform/relieve-administrator/start", PROPOSERS);
    }

    @Bean
    StartableProcess registeringOrganizations() {
        return new StartableProcess(
                RegisterOrganizationProcess.KEY,
                "platform/register-organization/start",
                Set.of(Role.PLATFORM_ADMINISTRATOR));
    }
}
