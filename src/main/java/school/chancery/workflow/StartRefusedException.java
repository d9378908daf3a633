package school.chancery.workflow;

/** The acting person may not start this process: answered with 403. */
public class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefusedException(String processKey) {
        super("start of " + processKey);
    }
}
