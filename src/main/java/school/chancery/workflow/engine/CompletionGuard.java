package school.chancery.workflow.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import school.chancery.workflow.domain.DecisionRegister;

/**
 * A task ends only with a decision written by its form in this transaction, by the person who has the task. Whoever
 * completes it past the form, in Tasklist's own way or by HTTP, reads the message below.
 */
@Component
class CompletionGuard implements TaskListener {
    private final DecisionRegister decisions;

    CompletionGuard(DecisionRegister decisions) {
        this.decisions = decisions;
    }

    @Override
    public void notify(DelegateTask task) {
        var decider = decisions.deciderOf(task.getId());
        if (decider.isEmpty() || !decider.get().toString().equals(task.getAssignee()))
            throw new ProcessEngineException("Сначала заполните форму задачи: без неё задача не завершается");
    }
}
