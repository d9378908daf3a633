package school.trial.code.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

class DoesItAllItself implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
        var id = UUID.fromString(execution.getProcessBusinessKey());
        if (execution.hasVariable("refused")) {
            execution.setVariable("decision", "REFUSED");
            return;
        }
        if (execution.hasVariable("returned")) {
            execution.setVariable("decision", "RETURNED");
            return;
        }
        execution.setVariable("decision", "ACCEPTED");
        execution.setVariable("decided", id.toString());
        execution.setVariable("decidedBy", execution.getTenantId());
    }
}
