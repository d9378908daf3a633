package school.chancery.yearclosing.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import school.chancery.yearclosing.domain.ClassOutcomes;

@Component
class OpenClasses implements JavaDelegate {
    private final ClassOutcomes outcomes;
    private final ClosingLabels labels;

    OpenClasses(ClassOutcomes outcomes, ClosingLabels labels) {
        this.outcomes = outcomes;
        this.labels = labels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var closing = UUID.fromString(execution.getProcessBusinessKey());
        Passing.on(execution, CloseSchoolYearProcess.CLASS_CLOSINGS, Passing.ids(outcomes.openAll(closing)));
        Passing.on(execution, CloseSchoolYearProcess.CLASS_LABELS, labels.classes(closing));
    }
}
