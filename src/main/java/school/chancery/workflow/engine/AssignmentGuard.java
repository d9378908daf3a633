package school.chancery.workflow.engine;

import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.chancery.workflow.domain.TaskRow;
import school.chancery.workflow.domain.TaskRow.Standing;
import school.chancery.workflow.domain.TaskRows;

/**
 * Adapter to the engine's authentication. A person takes only a task offered to them that nobody has, and gives back
 * only their own; the engine alone would let them claim for somebody else. What the product itself assigns passes, and
 * so does the assignee a model names: that task is not in the table yet.
 */
@Component
class AssignmentGuard implements TaskListener {
    private final TaskRows tasks;
    private final EngineActor actor;

    AssignmentGuard(TaskRows tasks, EngineActor actor) {
        this.tasks = tasks;
        this.actor = actor;
    }

    @Override
    public void notify(DelegateTask task) {
        var caller = Context.getCommandContext().getAuthentication();
        if (caller == null || caller.getUserId() == null) return;
        tasks.find(task.getId()).ifPresent(row -> check(row, task.getAssignee(), caller));
    }

    private void check(TaskRow row, @Nullable String assignee, Authentication caller) {
        if (Objects.equals(row.assignee(), assignee)) return;
        var standing = row.standingOf(UUID.fromString(caller.getUserId()), actor.groupsOf(caller));
        var permitted = assignee == null
                ? caller.getUserId().equals(row.assignee())
                : caller.getUserId().equals(assignee) && standing == Standing.MAY_TAKE_IT;
        if (!permitted) throw new ProcessEngineException("Задачу берёт на себя только тот, кому она предложена");
    }
}
