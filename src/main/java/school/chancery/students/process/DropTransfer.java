package school.chancery.students.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class DropTransfer implements JavaDelegate {
    private final TransferSteps steps;

    DropTransfer(TransferSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reason = steps.drop(UUID.fromString(execution.getProcessBusinessKey()));
        execution.setVariable(TransferStudentProcess.DROP_REASON.name(), reason.name());
    }
}
