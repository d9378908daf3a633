package school.chancery.students.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class WithdrawStudent implements JavaDelegate {
    private final TransferSteps steps;

    WithdrawStudent(TransferSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var transfer = UUID.fromString(execution.getProcessBusinessKey());
        steps.withdrawStudent(transfer, TransferStudentProcess.ORDER_ID.from(execution));
    }
}
