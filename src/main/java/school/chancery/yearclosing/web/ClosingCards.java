package school.chancery.yearclosing.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import school.chancery.identity.Account;
import school.chancery.identity.Accounts;
import school.chancery.orders.Councils;
import school.chancery.orders.OrderSummary;
import school.chancery.orders.Orders;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolYear;
import school.chancery.organization.SchoolYears;
import school.chancery.yearclosing.domain.ClosingOrders;
import school.chancery.yearclosing.domain.ClosingView;
import school.chancery.yearclosing.domain.Closings;

/** Puts together what pages show of a closing: its years, its minutes, who confirmed it, its orders. */
@Component
class ClosingCards {
    private final Closings closings;
    private final ClosingOrders closingOrders;
    private final SchoolYears years;
    private final Councils councils;
    private final Orders orders;
    private final Accounts accounts;
    private final Organizations organizations;
    private final MessageSource messages;

    ClosingCards(
            Closings closings,
            ClosingOrders closingOrders,
            SchoolYears years,
            Councils councils,
            Orders orders,
            Accounts accounts,
            Organizations organizations,
            MessageSource messages) {
        this.closings = closings;
        this.closingOrders = closingOrders;
        this.years = years;
        this.councils = councils;
        this.orders = orders;
        this.accounts = accounts;
        this.organizations = organizations;
        this.messages = messages;
    }

    void fill(UUID closingId, Model model) {
        model.addAttribute("card", of(closings.require(closingId)));
    }

    ClosingCard of(ClosingView closing) {
        var people = accounts.findAll(Stream.of(closing.openedBy(), closing.confirmedBy(), closing.countersignedBy())
                .filter(Objects::nonNull)
                .toList());
        return new ClosingCard(
                closing,
                label(closing.schoolYearId()),
                closing.nextYearId() == null ? null : label(closing.nextYearId()),
                Optional.ofNullable(closing.councilMinutesId()).flatMap(councils::find),
                name(people, closing.openedBy()),
                name(people, closing.confirmedBy()),
                name(people, closing.countersignedBy()),
                orders(closing.id()));
    }

    /** What the minutes usually say, to be changed. */
    RecordCouncilForm newMinutes(ClosingView closing) {
        var agenda = messages.getMessage("yearclosing.council.agenda.default", null, LocaleContextHolder.getLocale());
        var today = organizations.today(closing.organizationId());
        return new RecordCouncilForm(null, today, agenda, null, closing.graduatesLastOn(), null);
    }

    // A handful: one order a kind.
    private List<ClosingCard.OrderLine> orders(UUID closingId) {
        return closingOrders.standing(closingId).stream()
                .flatMap(id -> orders.find(id).stream())
                .map(this::line)
                .toList();
    }

    private ClosingCard.OrderLine line(OrderSummary order) {
        return new ClosingCard.OrderLine(
                order.id(), order.title(), order.isRegistered() ? orders.reference(order.id()) : null);
    }

    private String label(UUID yearId) {
        return years.find(yearId).map(SchoolYear::label).orElse("");
    }

    private static @Nullable String name(Map<UUID, Account> people, @Nullable UUID account) {
        return account == null || !people.containsKey(account)
                ? null
                : people.get(account).displayName();
    }
}
