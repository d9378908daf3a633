package school.chancery.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.chancery.yearclosing.domain.Checks;

/** The outcomes of a year carried out by the product and by one hand-written script, school beside school. */
@Tag("benchmark")
class YearClosingBenchmark {
    private static final double LIMIT = 2;
    private static final double LINEAR_LIMIT = 1.3;
    private static final double CHECKS_LIMIT = 3;
    private static final double TOGETHER_LIMIT = 1.2;

    private static long seed;

    @Test
    void carriesOutcomesOutInAtMostTwiceTheTimeOfAScriptAndGrowsWithThePupils() {
        try (var product = Product.start()) {
            compared(product, 1_000, 2);
            var thousand = compared(product, 1_000, 7);
            var fiveThousand = compared(product, 5_000, 5);
            var twentyThousand = compared(product, 20_000, 3);
            var hundredThousand = compared(product, 100_000, 1);
            var linearity = (hundredThousand.ours() / 100_000) / (fiveThousand.ours() / 5_000);
            record(1_000, thousand);
            record(5_000, fiveThousand);
            record(20_000, twentyThousand);
            record(100_000, hundredThousand);
            BenchmarkFile.record("year-closing-linearity", linearity, LINEAR_LIMIT, "ratio");
            assertThat(thousand.ratio()).isLessThanOrEqualTo(LIMIT);
            assertThat(fiveThousand.ratio()).isLessThanOrEqualTo(LIMIT);
            assertThat(twentyThousand.ratio()).isLessThanOrEqualTo(LIMIT);
            assertThat(hundredThousand.ratio()).isLessThanOrEqualTo(LIMIT);
            assertThat(linearity).isLessThanOrEqualTo(LINEAR_LIMIT);
        }
    }

    private record Times(double ours, double script) {
        double ratio() {
            return ours / script;
        }
    }

    private static void record(int pupils, Times times) {
        var name = "year-closing-" + pupils;
        BenchmarkFile.record(name + "-ms", times.ours(), "ms");
        BenchmarkFile.record(name + "-sql-ms", times.script(), "ms");
        BenchmarkFile.record(name + "-vs-sql", times.ratio(), LIMIT, "ratio");
    }

    // Each round with two schools of its own, of one seed: both sides write as many rows into tables of the same size.
    private static Times compared(Product product, int pupils, int rounds) {
        var ours = new Sample();
        var script = new Sample();
        for (var round = 0; round < rounds; round++) {
            seed++;
            var mine = new ClosingOffice(product, pupils, seed).ordered();
            var other = new ClosingOffice(product, pupils, seed).ordered();
            try (var theirs = new ClosingScript(product, other.steps().closing)) {
                mine.settle();
                if (round % 2 == 0) {
                    ours.time(mine::apply);
                    script.time(theirs::run);
                } else {
                    script.time(theirs::run);
                    ours.time(mine::apply);
                }
            }
            assertThat(mine.entered()).isPositive();
            assertThat(mine.lines()).isGreaterThan(pupils * 9 / 10);
            assertThat(other.lines()).isGreaterThan(pupils * 9 / 10);
        }
        System.out.printf("%,d pupils: %s; script: %s%n", pupils, ours, script);
        return new Times(ours.medianMillis(), script.medianMillis());
    }

    @Test
    void looksAtTwentyThousandPupilsAndPlansTheirYearInAtMostThriceTheTimeOfAScript() {
        try (var product = Product.start()) {
            checked(product, 2);
            var times = checked(product, 5);
            BenchmarkFile.record("checks-20000-ms", times.ours(), "ms");
            BenchmarkFile.record("checks-20000-sql-ms", times.script(), "ms");
            BenchmarkFile.record("checks-20000-vs-sql", times.ratio(), CHECKS_LIMIT, "ratio");
            assertThat(times.ratio()).isLessThanOrEqualTo(CHECKS_LIMIT);
        }
    }

    private static Times checked(Product product, int rounds) {
        var ours = new Sample();
        var script = new Sample();
        for (var round = 0; round < rounds; round++) {
            seed++;
            var office = new ClosingOffice(product, 20_000, seed);
            var steps = office.steps();
            steps.open();
            var other = new ClosingOffice(product, 20_000, seed).steps();
            other.open();
            other.nextClasses();
            office.settle();
            var theirs = new CheckScript(product, other.organization, other.year, other.closing);
            var looked = new Sample();
            looked.time(() -> steps.as(() -> product.bean(Checks.class).run(steps.closing)));
            steps.approvedAfterChecks();
            office.settle();
            var planned = new Sample();
            planned.time(steps::plan);
            ours.add(looked, planned);
            assertThat(steps.view().planHash()).isNotNull();
            script.time(theirs::run);
        }
        System.out.printf("checks and dry run: %s; script: %s%n", ours, script);
        return new Times(ours.medianMillis(), script.medianMillis());
    }

    @Test
    void twentySchoolsThatCloseAtOnceDoNotWaitForEachOther() throws Exception {
        try (var product = Product.start()) {
            alone(product, 5);
            var alone = alone(product, 9).medianMillis();
            var schools = new ArrayList<Callable<Boolean>>();
            ClosingOffice last = null;
            for (var i = 0; i < 20; i++) {
                var office = new ClosingOffice(product, 1_000, ++seed).ordered();
                schools.add(() -> {
                    office.apply();
                    return true;
                });
                last = office;
            }
            last.settle();
            var cores = Runtime.getRuntime().availableProcessors();
            var pool = Executors.newFixedThreadPool(schools.size());
            var began = System.nanoTime();
            for (var each : pool.invokeAll(schools)) each.get();
            var together = (System.nanoTime() - began) / 1e6;
            pool.shutdown();
            var ratio = together / (alone * schools.size() / cores);
            System.out.printf("20 schools: %.0f ms on %d cores; one alone: %.0f ms%n", together, cores, alone);
            BenchmarkFile.record("closing-20-schools-ms", together, "ms");
            BenchmarkFile.record("closing-school-alone-ms", alone, "ms");
            BenchmarkFile.record("closing-20-schools-vs-alone", ratio, TOGETHER_LIMIT, "ratio");
            assertThat(ratio).isLessThanOrEqualTo(TOGETHER_LIMIT);
        }
    }

    private static Sample alone(Product product, int rounds) {
        var sample = new Sample();
        for (var round = 0; round < rounds; round++) {
            var office = new ClosingOffice(product, 1_000, ++seed).ordered();
            office.settle();
            sample.time(office::apply);
        }
        return sample;
    }
}
