package school.chancery.orders.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.orders.domain.Freezing;

/** The bytes that will be signed stand still from here. */
@Component
class FreezeOriginal implements JavaDelegate {
    private final Freezing freezing;

    FreezeOriginal(Freezing freezing) {
        this.freezing = freezing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var kind = IssueOrderProcess.SIGNATURE_KIND.with(
                freezing.freeze(UUID.fromString(execution.getProcessBusinessKey())));
        execution.setVariable(kind.name(), kind.value());
    }
}
