package school.chancery.students.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class AskDistrict implements JavaDelegate {
    private final TransferSteps steps;

    AskDistrict(TransferSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.askDistrict(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
