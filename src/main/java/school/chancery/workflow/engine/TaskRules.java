package school.chancery.workflow.engine;

import static org.camunda.bpm.engine.delegate.TaskListener.EVENTNAME_ASSIGNMENT;
import static org.camunda.bpm.engine.delegate.TaskListener.EVENTNAME_COMPLETE;
import static org.camunda.bpm.engine.delegate.TaskListener.EVENTNAME_CREATE;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adapter to the engine's parser: hangs the house's guards on every process and every task, so that no model can forget
 * them, and turns the plain form keys of the models into Tasklist's frame around our pages.
 */
@Component
class TaskRules extends AbstractBpmnParseListener {
    private final ExpressionManager expressions;
    private final StartGuard startGuard;
    private final CompletionGuard completionGuard;
    private final AssignmentGuard assignmentGuard;
    private final NamedOffers namedOffers;
    private final TermListener termListener;

    TaskRules(
            ListedBeans beans,
            StartGuard startGuard,
            CompletionGuard completionGuard,
            AssignmentGuard assignmentGuard,
            NamedOffers namedOffers,
            TermListener termListener) {
        this.expressions = new ListedExpressions(beans);
        this.startGuard = startGuard;
        this.completionGuard = completionGuard;
        this.assignmentGuard = assignmentGuard;
        this.namedOffers = namedOffers;
        this.termListener = termListener;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        ExecutionListener guard = instance -> startGuard.check(definition.getKey(), instance);
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, guard, 0);
    }

    // Not parseStartEvent: the engine reads start forms only after telling of the events.
    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        definitions.stream()
                .map(ProcessDefinitionEntity::getStartFormDefinition)
                .filter(Objects::nonNull)
                .forEach(form -> form.setFormKey(framed(form.getFormKey())));
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.setFormKey(framed(task.getFormKey()));
        var process = (ProcessDefinitionEntity) activity.getProcessDefinition();
        task.addBuiltInTaskListener(EVENTNAME_CREATE, created -> termListener.set(process.getKey(), created));
        task.addBuiltInTaskListener(EVENTNAME_CREATE, namedOffers::withdraw);
        task.addBuiltInTaskListener(EVENTNAME_ASSIGNMENT, assignmentGuard);
        task.addBuiltInTaskListener(EVENTNAME_COMPLETE, completionGuard);
    }

    private @Nullable Expression framed(@Nullable Expression formKey) {
        if (formKey == null || formKey.getExpressionText().contains(":")) return formKey;
        return expressions.createExpression("embedded:/frame?form=" + formKey.getExpressionText());
    }
}
