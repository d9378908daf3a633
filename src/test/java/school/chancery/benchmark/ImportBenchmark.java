package school.chancery.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A school's list against the database's own fastest way in, and whether the heap knows how long a list is. */
@Tag("benchmark")
class ImportBenchmark {
    private static final double LIMIT = 3;
    private static final double HEAP_LIMIT = 1.25;
    private static final int PUPILS = 20_000;
    private static final int FEW = 1_000;
    private static final int MANY = 200_000;
    private static final int WARM_UP = 1;
    private static final int ROUNDS = 5;

    @BeforeAll
    static void allowLongLists() {
        System.setProperty("chancery.exchange.size", "100MB");
        System.setProperty("chancery.exchange.patience", "PT30M");
    }

    @AfterAll
    static void forget() {
        System.clearProperty("chancery.exchange.size");
        System.clearProperty("chancery.exchange.patience");
    }

    @Test
    void loadsTwentyThousandPupilsInAtMostThriceTheTimeOfCopy() {
        try (var product = Product.start()) {
            inTurn(product, 0, WARM_UP, new Sample(), new Sample());
            var ours = new Sample();
            var theirs = new Sample();
            inTurn(product, WARM_UP, ROUNDS, ours, theirs);
            var ratio = ours.medianMillis() / theirs.medianMillis();
            System.out.printf("import: %s; copy: %s%n", ours, theirs);
            BenchmarkFile.record("import-20k-ms", ours.medianMillis(), "ms");
            BenchmarkFile.record("import-20k-copy-ms", theirs.medianMillis(), "ms");
            BenchmarkFile.record("import-20k-vs-copy", ratio, LIMIT, "ratio");
            assertThat(ratio).isLessThanOrEqualTo(LIMIT);
        }
    }

    // Each round with schools of its own: both sides write the same rows into tables of the same size.
    private static void inTurn(Product product, int from, int rounds, Sample ours, Sample theirs) {
        for (var round = from; round < from + rounds; round++) {
            var office = new ImportOffice(product, PUPILS, 2 * round);
            var list = office.list(PUPILS);
            office.check(list);
            ours.time(office::apply);
            assertThat(office.pupils()).isEqualTo(PUPILS);
            var other = new ImportOffice(product, PUPILS, 2 * round + 1);
            try (var copy = new CopiedSchool(product, other.school(), PUPILS, 2 * round + 1)) {
                theirs.time(copy::load);
            }
            assertThat(other.pupils()).isEqualTo(PUPILS);
            delete(list);
        }
    }

    @Test
    void needsNoMoreMemoryForTwoHundredThousandPupilsThanForAThousand() {
        try (var product = Product.start()) {
            measured(product, FEW);
            var few = measured(product, FEW);
            var many = measured(product, MANY);
            var ratio = many.peak() / few.peak();
            System.out.printf("heap: %s with 1,000; %s with 200,000%n", few, many);
            BenchmarkFile.record("import-heap-1k-mb", few.peak(), "MB");
            BenchmarkFile.record("import-heap-200k-mb", many.peak(), "MB");
            BenchmarkFile.record("import-heap-200k-vs-1k", ratio, HEAP_LIMIT, "ratio");
            assertThat(ratio).isLessThanOrEqualTo(HEAP_LIMIT);
        }
    }

    // The list is on disk before the measuring begins, and as long as a list of that school is.
    private static LiveHeap.Peak measured(Product product, int pupils) {
        var office = new ImportOffice(product, pupils, pupils);
        var list = office.list(pupils);
        try (var heap = LiveHeap.watch()) {
            office.check(list);
            office.apply();
            assertThat(office.pupils()).isEqualTo(pupils);
            return heap.peak();
        } finally {
            delete(list);
        }
    }

    private static void delete(Path list) {
        try {
            Files.delete(list);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
