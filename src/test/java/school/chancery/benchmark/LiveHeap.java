package school.chancery.benchmark;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What is alive on the heap, looked at again and again after a full collection while something else works, with pauses. */
final class LiveHeap implements AutoCloseable {
    private static final double MEGABYTE = 1024 * 1024;
    // A collection stops everything: without pauses the work would hardly go on.
    private static final long PAUSE_MILLIS = 750;

    private final Thread watcher = new Thread(this::look, "live-heap");
    private final double before = used();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile double most = before;
    private volatile int looks;

    /** @param before what was alive when the watching began, in MB */
    record Peak(double before, double peak, int looks) {
        @Override
        public String toString() {
            return "%.1f MB, %.1f MB before, %d looks".formatted(peak, before, looks);
        }
    }

    static LiveHeap watch() {
        var heap = new LiveHeap();
        heap.watcher.start();
        return heap;
    }

    private void look() {
        try {
            do {
                most = Math.max(most, used());
                looks++;
            } while (!over.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }

    Peak peak() {
        return new Peak(before, most, looks);
    }

    @Override
    public void close() {
        over.countDown();
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
