package school.chancery.students.process;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.chancery.identity.Role;
import school.chancery.workflow.StartableProcess;

/** Who may start the cases of the pupils' movement by a form. */
@Configuration(proxyBeanMethods = false)
class StudentStarts {
    private static final Set<Role> OFFICE = Set.of(Role.DEPUTY, Role.DIRECTOR, Role.SECRETARY);

    @Bean
    StartableProcess transferringStudents() {
        return new StartableProcess(TransferStudentProcess.KEY, "students/transfer-student/start", OFFICE);
    }

    @Bean
    StartableProcess enrollingNewcomers() {
        return new StartableProcess(EnrolNewcomerProcess.KEY, "students/enrol-newcomer/start", OFFICE);
    }
}
