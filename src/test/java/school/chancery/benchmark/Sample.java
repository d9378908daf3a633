package school.chancery.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Durations of one thing done many times. */
final class Sample {
    private final List<Long> nanos = new ArrayList<>();

    void time(Runnable act) {
        var began = System.nanoTime();
        act.run();
        nanos.add(System.nanoTime() - began);
    }

    /** One that was done in parts, with something between them that does not count. */
    void add(Sample... parts) {
        nanos.add(Arrays.stream(parts)
                .flatMap(part -> part.nanos.stream())
                .mapToLong(Long::longValue)
                .sum());
    }

    int size() {
        return nanos.size();
    }

    double medianMillis() {
        return millis(0.5);
    }

    double p95Millis() {
        return millis(0.95);
    }

    /** Nearest rank: a duration that was measured, not one in between. */
    private double millis(double share) {
        var sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
    }

    @Override
    public String toString() {
        return "%d times, median %.2f ms, p95 %.2f ms".formatted(size(), medianMillis(), p95Millis());
    }
}
