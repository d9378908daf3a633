package school.chancery.workflow;

/** Where a task form goes when its work is done: the same page serves inside Tasklist's frame and in the portal. */
public interface TaskPages {
    /**
     * View name after a completed task.
     *
     * @param framed the {@code framed} parameter of the form
     * @param messageKey what was done, for the portal's flash message
     */
    String done(boolean framed, String messageKey);

    /** View name after a start form; {@code processInstanceId} is what Tasklist waits for. */
    String started(boolean framed, String processInstanceId, String messageKey);
}
