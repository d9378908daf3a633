package school.chancery.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The product will not start on this database; says so in Russian and English, each problem with what to do about it. */
public class DatabaseRefusedException extends RuntimeException {
    private final transient List<Problem> problems;

    DatabaseRefusedException(Problem problem, @Nullable Throwable cause) {
        super(problem.description(), cause);
        this.problems = List.of(problem);
    }

    DatabaseRefusedException(List<Problem> problems) {
        super(Problem.describe(problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, for tests and the failure report; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
