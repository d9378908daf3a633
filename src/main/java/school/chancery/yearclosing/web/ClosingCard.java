package school.chancery.yearclosing.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.orders.Councils.Minutes;
import school.chancery.yearclosing.domain.ClosingView;

/**
 * A closing as pages show it.
 *
 * @param year label of the year that ends
 * @param nextYear label of the year that follows; null before it is made
 * @param opened, confirmed, countersigned who did it, by the name of the account
 */
public record ClosingCard(
        ClosingView closing,
        String year,
        @Nullable String nextYear,
        Optional<Minutes> minutes,
        @Nullable String opened,
        @Nullable String confirmed,
        @Nullable String countersigned,
        List<OrderLine> orders) {
    /** @param reference null until it is registered */
    public record OrderLine(UUID id, String title, @Nullable String reference) {}
}
