package school.chancery.benchmark;

/** What is alive on the heap, looked at again and again after a full collection while something else works. */
final class LiveHeap implements AutoCloseable {
    private static final double MEGABYTE = 1024 * 1024;

    private final Thread watcher = new Thread(this::look, "live-heap");
    private final double before = used();
    private volatile boolean over;
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
        while (!over) {
            most = Math.max(most, used());
            looks++;
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
        over = true;
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
