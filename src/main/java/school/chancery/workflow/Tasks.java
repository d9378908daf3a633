package school.chancery.workflow;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tasks of the acting person, for the controllers of task forms. */
public interface Tasks {
    /**
     * The task behind a form, checked: it is open, it is this element's, the person is its assignee or, when nobody has
     * it, one of its candidates.
     *
     * @param definitionKey the element the form belongs to
     * @throws TaskNotFoundException no such task, or not visible to the person (404)
     * @throws TaskNotOpenException it was open once, or somebody else has it now (409)
     */
    OpenTask require(String taskId, String definitionKey);

    /**
     * The same for a form that was sent: kept from others until the caller's transaction ends, so that two at once take
     * turns, and the second finds what the first has made of the task.
     */
    OpenTask take(String taskId, String definitionKey);

    /**
     * Completes the task in the caller's transaction, claiming it first when nobody has it; records who decided what,
     * which is what the guard asks for. Two at once: one wins, the other gets {@link TaskNotOpenException}.
     *
     * @param decision the outcome in one word (an enum name), shown in the case's history
     * @param reason the written reason a decision other than the happy one needs
     */
    void complete(OpenTask task, String decision, @Nullable String reason, List<ProcessVariable.Value> variables);

    /**
     * A variable that the task sees, for a task of which a case has several at once; null when it is not set. The task was
     * required or taken before: here nobody's right is asked again.
     */
    <T> @Nullable T variable(OpenTask task, ProcessVariable<T> variable);

    /** Whether an open task of this element exists about this aggregate. */
    boolean isOpen(String processKey, UUID businessKey, String definitionKey);
}
