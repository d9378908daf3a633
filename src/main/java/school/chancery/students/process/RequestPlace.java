package school.chancery.students.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RequestPlace implements JavaDelegate {
    private final TransferSteps steps;

    RequestPlace(TransferSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var answerDueAt = steps.requestPlace(UUID.fromString(execution.getProcessBusinessKey()));
        execution.setVariable(TransferStudentProcess.ANSWER_DUE_AT.name(), answerDueAt);
    }
}
