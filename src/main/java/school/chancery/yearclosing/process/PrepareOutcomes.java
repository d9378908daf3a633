package school.chancery.yearclosing.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.yearclosing.domain.ClassOutcomes;

@Component
class PrepareOutcomes implements JavaDelegate {
    private final ClassOutcomes outcomes;
    private final Proposers proposers;

    PrepareOutcomes(ClassOutcomes outcomes, Proposers proposers) {
        this.outcomes = outcomes;
        this.proposers = proposers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var classClosing = UUID.fromString(execution.getProcessBusinessKey());
        outcomes.propose(classClosing);
        var teacher = CloseClassProcess.CLASS_TEACHER.with(proposers.of(classClosing));
        execution.setVariable(teacher.name(), teacher.value());
    }
}
