package school.chancery.orders.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
            @Nullable LocalDate to) {}

    @GetMapping("/orders")
    String list(
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute("filter") Filter filter,
            BindingResult faults,
            @RequestParam(defaultValue = "date,desc") String sort,
            @RequestParam(defaultValue = "0") String page,
            Model model) {
        var reader = readers.reader(me);
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
                shortened(filter.text()),
                filter.kind(),
                filter.series(),
                filter.status(),
                filter.from(),
                filter.to(),
                sortOf(sort),
                !sort.endsWith(",desc"),
                pageOf(page));
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null ? null : text.substring(0, Math.min(text.length(), 200));
    }

    private static Sort sortOf(String sort) {
        var wanted = sort.split(",", 2)[0].toUpperCase(Locale.ROOT);
        return Stream.of(Sort.values())
                .filter(known -> known.name().equals(wanted))
                .findFirst()
                .orElse(Sort.DATE);
    }

    private static int pageOf(String page) {
        return Optional.of(page)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .map(number -> Math.min(number, LAST_PAGE))
                .orElse(0);
    }
}
