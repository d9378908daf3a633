package school.chancery.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import school.chancery.TestDatabase;
import school.chancery.orders.domain.Numbering.SeriesState;

class NumberingTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static HikariDataSource pool;

    private final UUID school = UUID.randomUUID();
    private final JdbcClient jdbc = JdbcClient.create(pool);
    private final Numbering numbering = new Numbering(jdbc, entry -> {});
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));

    @BeforeAll
    static void connect() {
        pool = new HikariDataSource();
        pool.setDataSource(TestDatabase.fresh().owner());
        pool.setMaximumPoolSize(64);
        pool.setConnectionTimeout(120_000);
    }

    @AfterAll
    static void disconnect() {
        pool.close();
    }

    @Test
    void countsEachSeriesFromOneEveryYear() {
        assertThat(next(Series.MAIN, DAY)).isEqualTo("1-О");
        assertThat(next(Series.MAIN, DAY)).isEqualTo("2-О");
        assertThat(next(Series.PERSONNEL, DAY)).isEqualTo("1-К");
        assertThat(next(Series.MAIN, LocalDate.of(2027, 1, 1))).isEqualTo("1-О");
    }

    @Test
    void countsTheOldYearOnWhenAPaperOfTheOldYearComesLate() {
        next(Series.MAIN, LocalDate.of(2026, 12, 31));
        next(Series.MAIN, LocalDate.of(2027, 1, 11));
        assertThat(next(Series.MAIN, LocalDate.of(2026, 12, 30))).isEqualTo("2-О");
    }

    @Test
    void doesNotCountAnotherSchoolsOrders() {
        next(Series.MAIN, DAY);
        var other = UUID.randomUUID();
        String number =
                transaction.execute(s -> numbering.next(other, Series.MAIN, DAY).text());
        assertThat(number).isEqualTo("1-О");
    }

    @Test
    void givesTheNumberBackWhenRegistrationFails() {
        next(Series.MAIN, DAY);
        transaction.executeWithoutResult(status -> {
            numbering.next(school, Series.MAIN, DAY);
            status.setRollbackOnly();
        });
        assertThat(next(Series.MAIN, DAY)).isEqualTo("2-О");
    }

    @Test
    void numbersAsTheSchoolSettledIt() {
        settle("01-05-{seq:03}", 57);
        assertThat(next(Series.MAIN, DAY)).isEqualTo("01-05-058");
    }

    @Test
    void neverCountsBack() {
        settle("{seq}-О", 57);
        settle("{seq}-О", 12);
        assertThat(next(Series.MAIN, DAY)).isEqualTo("58-О");
    }

    @Test
    void letsTwoSeriesSwapTheirPatterns() {
        settle("{seq}-О", 0);
        var swapped = Map.of(
                Series.MAIN, state("{seq}-К", 0),
                Series.PERSONNEL, state("{seq}-О", 0),
                Series.MOVEMENT, state("{seq}-Д", 0));
        transaction.executeWithoutResult(status -> numbering.settle(school, 2026, swapped));
        assertThat(next(Series.PERSONNEL, DAY)).isEqualTo("1-О");
    }

    @Test
    void givesNoNumberTwiceAndLeavesNoneOutWhenManyRegisterAtOnce() throws Exception {
        race(16, 40);
    }

    @Test
    @Tag("faults")
    void givesNoNumberTwiceAndLeavesNoneOutInSixtyFourThreads() throws Exception {
        race(64, 1_000);
    }

    /** One act in seven fails and must give its number back. */
    private void race(int threads, int each) throws Exception {
        var start = new CountDownLatch(1);
        var given = new ArrayList<Integer>();
        try (var workers = new Workers(threads)) {
            var running = IntStream.range(0, threads)
                    .mapToObj(thread -> workers.submit(() -> registerMany(start, thread, each)))
                    .toList();
            start.countDown();
            for (var worker : running) given.addAll(worker.get());
        }
        assertThat(given).doesNotHaveDuplicates();
        assertThat(given)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, given.size()).boxed().toList());
    }

    private List<Integer> registerMany(CountDownLatch start, int thread, int each) throws InterruptedException {
        start.await();
        var given = new ArrayList<Integer>();
        for (var i = 0; i < each; i++) {
            var fails = (thread + i) % 7 == 0;
            var number = transaction.execute(status -> {
                if (fails) status.setRollbackOnly();
                return numbering.next(school, Series.MAIN, DAY);
            });
            if (!fails) given.add(number.sequence());
        }
        return given;
    }

    private String next(Series series, LocalDate on) {
        return transaction.execute(status -> numbering.next(school, series, on).text());
    }

    private void settle(String main, int last) {
        var states = Map.of(
                Series.MAIN, state(main, last),
                Series.PERSONNEL, state("{seq}-К", 0),
                Series.MOVEMENT, state("{seq}-Д", 0));
        transaction.executeWithoutResult(status -> numbering.settle(school, 2026, states));
    }

    private static SeriesState state(String pattern, int last) {
        return new SeriesState(NumberPattern.of(pattern), last);
    }

    private static final class Workers implements AutoCloseable {
        private final java.util.concurrent.ExecutorService service;

        private Workers(int threads) {
            service = Executors.newFixedThreadPool(threads);
        }

        private <T> Future<T> submit(java.util.concurrent.Callable<T> work) {
            return service.submit(work);
        }

        @Override
        public void close() {
            service.shutdownNow();
        }
    }
}
