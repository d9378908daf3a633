package school.chancery.benchmark;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * How often one order goes to the database, from the start form to the registered order, over HTTP: what
 * {@link IssueOrderBenchmark} weighs against the bare engine, held on every machine. What is asked for once more shows
 * here before anybody feels it.
 */
// After all others: the engine's web applications stand in static fields, which the end of this product empties for the
// products that other tests keep running (gaps.md).
@Order(Integer.MAX_VALUE)
class IssueOrderStatementsTests {
    // A few more than there are: a session may have to be noted as in use meanwhile.
    private static final int TRIPS = 180;
    private static final int TRIPS_WITH_PAGES = 260;

    @Test
    void goesToTheDatabaseNoOftenerThanItMust() {
        try (var product = Product.start(InstantAnswers.class, StatementCount.class)) {
            var office = new OrderOffice(product);
            office.issueOrder();
            assertFew(StatementCount.during(office::issueOrder), TRIPS);
            assertFew(StatementCount.during(office::issueOrderLookingAtPages), TRIPS_WITH_PAGES);
        }
    }

    private static void assertFew(List<String> trips, int most) {
        assertThat(trips.size())
                .as(() -> most + " trips, not: " + oftenest(trips))
                .isLessThanOrEqualTo(most);
    }

    private static String oftenest(List<String> trips) {
        return trips.stream().collect(groupingBy(Function.identity(), counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(25)
                .map(each -> each.getValue() + " x " + each.getKey())
                .collect(Collectors.joining("\n", "\n", ""));
    }
}
