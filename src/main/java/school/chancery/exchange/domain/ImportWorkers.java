package school.chancery.exchange.domain;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import school.chancery.audit.Acting;

/**
 * The few threads that do long imports, so that no request has to wait for one. Nothing is queued: who comes when all are
 * busy is told so and nothing has begun.
 */
@Component
class ImportWorkers {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorkers.class);
    private static final int THREADS = 2;

    private final Duration patience;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>());

    /** @param patience how long a request waits for the work it began, before it shows how far it is */
    ImportWorkers(@Value("${chancery.exchange.patience:PT8S}") Duration patience) {
        this.patience = patience;
    }

    /** False when nobody is free. The work goes on in the caller's name; a short one is done when this returns. */
    boolean start(Runnable work) {
        var actor = Acting.current();
        var done = new CompletableFuture<Void>();
        try {
            threads.execute(() -> {
                try {
                    Acting.as(actor, work);
                } finally {
                    done.complete(null);
                }
            });
        } catch (RejectedExecutionException busy) {
            return false;
        }
        await(done);
        return true;
    }

    private void await(CompletableFuture<Void> done) {
        try {
            done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            LOG.debug("An import takes longer than a request waits");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
    }

    boolean isFree() {
        return threads.getActiveCount() < THREADS;
    }

    @PreDestroy
    void end() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(10, TimeUnit.SECONDS);
    }
}
