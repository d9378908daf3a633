package school.chancery.workflow.process;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;

/** A step that fails for as long as a test wants; models see it, for it stands where delegates stand. */
public final class FailingStep implements JavaDelegate {
    private final AtomicInteger runs = new AtomicInteger();
    private volatile @Nullable RuntimeException failure;

    @Override
    public void execute(DelegateExecution execution) {
        runs.incrementAndGet();
        var now = failure;
        if (now != null) throw now;
    }

    public void failWith(RuntimeException reason) {
        failure = reason;
    }

    public void heal() {
        failure = null;
    }

    /** How often it was begun since the product started. */
    public int runs() {
        return runs.get();
    }
}
