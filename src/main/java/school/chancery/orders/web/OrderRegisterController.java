package school.chancery.orders.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.identity.Role;
import school.chancery.identity.SignedIn;
import school.chancery.orders.OrderSummary.Status;
import school.chancery.orders.domain.KindCatalogue;
import school.chancery.orders.domain.OrderSearch;
import school.chancery.orders.domain.OrderSearch.Sort;
import school.chancery.orders.domain.OrderSearch.Wanted;
import school.chancery.orders.domain.Series;

/** The order register: the office sees all orders, others those they must be acquainted with. */
@Controller
class OrderRegisterController {
    private static final int LAST_PAGE = 100_000;

    private final OrderSearch search;
    private final KindCatalogue kinds;
    private final OrderReaders readers;

    OrderRegisterController(OrderSearch search, KindCatalogue kinds, OrderReaders readers) {
        this.search = search;
        this.kinds = kinds;
        this.readers = readers;
    }

    /** What the list is narrowed to; a value that cannot be read narrows nothing. */
    record Filter(
            @Nullable String text,
            @Nullable String kind,
            @Nullable Series series,
            @Nullable Status status,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        static Filter of(Map<String, String> asked) {
            return new Filter(
                    text(asked.get("text")),
                    text(asked.get("kind")),
                    named(Series.values(), asked.get("series")),
                    named(Status.values(), asked.get("status")),
                    date(asked.get("from")),
                    date(asked.get("to")));
        }

        // The database knows no text with a zero character.
        private static @Nullable String text(@Nullable String asked) {
            if (asked == null || asked.isBlank() || asked.indexOf('\0') >= 0) return null;
            return asked.substring(0, Math.min(asked.length(), 200)).strip();
        }

        private static <E extends Enum<E>> @Nullable E named(E[] known, @Nullable String asked) {
            return Stream.of(known)
                    .filter(each -> each.name().equals(asked))
                    .findFirst()
                    .orElse(null);
        }

        private static @Nullable LocalDate date(@Nullable String asked) {
            return asked != null && asked.matches("[12]\\d{3}-\\d\\d-\\d\\d") ? readable(asked) : null;
        }

        private static @Nullable LocalDate readable(String asked) {
            try {
                return LocalDate.parse(asked);
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }

    @GetMapping("/orders")
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Map<String, String> asked,
            @RequestParam(defaultValue = "date,desc") String sort,
            @RequestParam(defaultValue = "0") String page,
            Model model) {
        var reader = readers.reader(me);
        var filter = Filter.of(asked);
        model.addAttribute("filter", filter);
        model.addAttribute("orders", search.search(reader, wanted(filter, sort, page)));
        model.addAttribute("kinds", kinds.all(me.organizationId()));
        model.addAttribute("allSeries", Series.values());
        model.addAttribute("statuses", Status.values());
        model.addAttribute("mayStart", mayStart(me));
        model.addAttribute("mayKeep", me.has(Role.DIRECTOR) || me.has(Role.SECRETARY));
        return "orders/register";
    }

    static boolean mayStart(SignedIn me) {
        return Stream.of(Role.DIRECTOR, Role.DEPUTY, Role.SECRETARY, Role.HR).anyMatch(me::has);
    }

    private static Wanted wanted(Filter filter, String sort, String page) {
        return new Wanted(
                filter.text(),
                filter.kind(),
                filter.series(),
                filter.status(),
                filter.from(),
                filter.to(),
                sortOf(sort),
                !sort.endsWith(",desc"),
                pageOf(page));
    }

    private static Sort sortOf(String sort) {
        var wanted = sort.split(",", 2)[0].toUpperCase(Locale.ROOT);
        return Stream.of(Sort.values())
                .filter(known -> known.name().equals(wanted))
                .findFirst()
                .orElse(Sort.DATE);
    }

    static int pageOf(String page) {
        return Optional.of(page)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .map(number -> Math.min(number, LAST_PAGE))
                .orElse(0);
    }
}
