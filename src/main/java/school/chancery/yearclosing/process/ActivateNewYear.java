package school.chancery.yearclosing.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.yearclosing.domain.Activation;

@Component
class ActivateNewYear implements JavaDelegate {
    private final Activation activation;

    ActivateNewYear(Activation activation) {
        this.activation = activation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        activation.activate(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
