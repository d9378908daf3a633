package school.chancery.workflow;

/** The task is done, or somebody else has it: a link outlives its task. Answered with a friendly 409. */
public class TaskNotOpenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TaskNotOpenException(String taskId) {
        super("task " + taskId);
    }
}
