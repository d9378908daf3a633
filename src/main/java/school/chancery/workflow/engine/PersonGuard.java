package school.chancery.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.*;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Adapter to the engine's commands: what no person does in the engine, whatever grants they have. Comments and
 * attachments have no place to be erased from; the others would go round a form's checks, since the permission to work
 * on a task covers them.
 */
class PersonGuard extends CommandInterceptor {
    static final Set<Class<?>> REFUSED = Set.of(
            AddCommentCmd.class,
            UpdateCommentCmd.class,
            DeleteTaskCommentCmd.class,
            DeleteProcessInstanceCommentCmd.class,
            CreateAttachmentCmd.class,
            SaveAttachmentCmd.class,
            DeleteAttachmentCmd.class,
            HandleTaskBpmnErrorCmd.class,
            HandleTaskEscalationCmd.class,
            ResolveTaskCmd.class,
            DelegateTaskCmd.class,
            CreateTaskCmd.class,
            SaveTaskCmd.class,
            DeleteTaskCmd.class,
            SetTaskOwnerCmd.class,
            SetTaskPriorityCmd.class,
            SetTaskDueDateCmd.class,
            SetTaskFollowUpDateCmd.class,
            SetTaskNameCmd.class,
            SetTaskDescriptionCmd.class,
            AddUserIdentityLinkCmd.class,
            AddGroupIdentityLinkCmd.class,
            DeleteUserIdentityLinkCmd.class,
            DeleteGroupIdentityLinkCmd.class,
            SetTaskVariablesCmd.class,
            PatchTaskVariablesCmd.class,
            RemoveTaskVariablesCmd.class);

    private final ProcessEngineConfigurationImpl engine;

    PersonGuard(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (REFUSED.contains(command.getClass()) && isAskedByPerson())
            throw new AuthorizationException("Это действие в канцелярии не предусмотрено");
        return next.execute(command);
    }

    private boolean isAskedByPerson() {
        var caller = engine.getIdentityService().getCurrentAuthentication();
        return caller != null && caller.getUserId() != null;
    }
}
