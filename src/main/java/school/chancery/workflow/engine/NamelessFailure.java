package school.chancery.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;

/**
 * A failure of a job without anybody's words: which kinds of exceptions, and where. Messages of databases and mail
 * servers quote the data they stumbled over.
 */
class NamelessFailure extends ProcessEngineException {
    private static final long serialVersionUID = 1L;

    private NamelessFailure(String kinds, StackTraceElement[] where) {
        super(kinds);
        setStackTrace(where);
    }

    /** The exception itself where the engine asks for its class. */
    static RuntimeException of(RuntimeException failure) {
        if (failure instanceof OptimisticLockingException) return failure;
        var chain = chain(failure);
        var kinds =
                chain.stream().map(each -> each.getClass().getName()).distinct().toList();
        return new NamelessFailure(
                String.join(" <- ", kinds), chain.get(chain.size() - 1).getStackTrace());
    }

    private static List<Throwable> chain(Throwable failure) {
        var chain = new ArrayList<Throwable>();
        for (Throwable each = failure; each != null && !chain.contains(each); each = each.getCause()) chain.add(each);
        return chain;
    }
}
