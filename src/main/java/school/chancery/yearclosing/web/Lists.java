package school.chancery.yearclosing.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What lists take from an address: what it does not have is the first page, and everything. */
final class Lists {
    static final int PAGE_SIZE = 30;
    private static final int LAST_PAGE = 100_000;

    private Lists() {}

    static int page(int asked) {
        return Math.max(0, Math.min(asked, LAST_PAGE));
    }

    static <E extends Enum<E>> @Nullable E choice(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
