package school.chancery.workflow;

/** There is no such task for this person: answered with 404, whether it exists for others or not. */
public class TaskNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TaskNotFoundException(String taskId) {
        super("task " + taskId);
    }
}
