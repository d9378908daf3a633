package school.chancery.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import school.chancery.TestDatabase;
import school.chancery.benchmark.InstantAnswers.InstantPasswords;
import school.chancery.benchmark.InstantAnswers.InstantRenderer;
import school.chancery.identity.TestPeople;

/** What the product adds to the engine, from the start form to the registered order. */
@Tag("benchmark")
class IssueOrderBenchmark {
    private static final double LIMIT = 2;
    private static final int WARM_UP = 1600;
    private static final int SETTLING = 200;
    private static final int ORDERS = 400;
    private static final int ALL = WARM_UP + SETTLING + ORDERS;
    private static final int SINGLE_WORKS = 30;

    @Test
    void issuesAnOrderInAtMostTwiceTheTimeOfTheBareEngine() {
        try (var product = Product.start(InstantAnswers.class);
                var bare = new BareEngine()) {
            var office = new OrderOffice(product);
            inTurn(WARM_UP, office, new Sample(), bare, new Sample());
            tidy(product.database());
            tidy(bare.database());
            inTurn(SETTLING, office, new Sample(), bare, new Sample());
            var ours = new Sample();
            var theirs = new Sample();
            inTurn(ORDERS, office, ours, bare, theirs);
            assertThat(bare.finished()).isEqualTo(ALL);
            assertThat(registered(product)).isEqualTo(ALL);
            recordApart(product, office);
            record(ours, theirs);
        }
    }

    private static void inTurn(int orders, OrderOffice office, Sample ours, BareEngine bare, Sample theirs) {
        for (var i = 0; i < orders; i++) {
            ours.time(office::issueOrder);
            theirs.time(bare::issueOrder);
        }
    }

    // As the server does by itself once a database is in service; the two are a minute old.
    private static void tidy(TestDatabase database) {
        new JdbcTemplate(database.administrator()).execute("vacuum analyze");
    }

    private static long registered(Product product) {
        return new JdbcTemplate(product.database().owner())
                .queryForObject("select count(*) from orders.orders where status = 'REGISTERED'", Long.class);
    }

    private static void recordApart(Product product, OrderOffice office) {
        var passwords = product.bean(InstantPasswords.class);
        var renderer = product.bean(InstantRenderer.class);
        BenchmarkFile.record("password-hash-ms", median(() -> passwords.matchesReally(TestPeople.PASSWORD)), "ms");
        BenchmarkFile.record("pdf-render-ms", median(renderer::renderReally), "ms");
        BenchmarkFile.record("issue-order-with-pages-ms", median(office::issueOrderLookingAtPages), "ms");
    }

    private static double median(Runnable work) {
        var sample = new Sample();
        for (var i = 0; i < SINGLE_WORKS; i++) work.run();
        for (var i = 0; i < SINGLE_WORKS; i++) sample.time(work);
        return sample.medianMillis();
    }

    private static void record(Sample ours, Sample theirs) {
        var ratio = ours.medianMillis() / theirs.medianMillis();
        System.out.printf("issue-order: %s; bare engine: %s%n", ours, theirs);
        BenchmarkFile.record("issue-order-ms", ours.medianMillis(), "ms");
        BenchmarkFile.record("issue-order-bare-engine-ms", theirs.medianMillis(), "ms");
        BenchmarkFile.record("issue-order-vs-bare-engine", ratio, LIMIT, "ratio");
        assertThat(ratio).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void goesToTheDatabaseAtMostTwiceAsOftenAsTheBareEngine() {
        try (var product = Product.start(InstantAnswers.class, StatementCount.class);
                var bare = new BareEngine(StatementCount::counted)) {
            var office = new OrderOffice(product);
            office.issueOrder();
            bare.issueOrder();
            var ours = StatementCount.during(office::issueOrder).size();
            var theirs = StatementCount.during(bare::issueOrder).size();
            BenchmarkFile.record("issue-order-statements", ours, LIMIT * theirs, "trips");
            BenchmarkFile.record("issue-order-bare-engine-statements", theirs, "trips");
            assertThat(ours / (double) theirs).isLessThanOrEqualTo(LIMIT);
        }
    }
}
