package school.chancery.database;

import java.util.List;

/** The product will not start on this database; says so in Russian and English, each problem with what to do about it. */
public class DatabaseRefusedException extends RuntimeException {
    private final transient List<Problem> problems;

    DatabaseRefusedException(Problem problem) {
        this(List.of(problem));
    }

    DatabaseRefusedException(List<Problem> problems) {
        super(Problem.describe(problems));
        this.problems = List.copyOf(problems);
    }

    DatabaseRefusedException(Problem problem, Throwable cause) {
        this(problem);
        initCause(cause);
    }

    /** What is wrong, for the failure report and tests; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
