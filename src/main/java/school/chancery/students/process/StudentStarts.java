package school.chancery.students.process;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.chancery.identity.Role;
import school.chancery.workflow.StartableProcess;

/** Who may start the cases of the pupils' movement by a form. */
@Configuration(proxyBeanMethods = false)
class StudentStarts {
    @Bean
    StartableProcess transferringStudents() {
        return new StartableProcess(
                TransferStudentProcess.KEY,
                "students/transfer-student/start",
                Set.of(Role.DEPUTY, Role.DIRECTOR, Role.SECRETARY));
    }
}
