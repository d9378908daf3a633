package school.chancery.orders.web;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.orders.domain.OrderCard;
import school.chancery.orders.domain.Wording;

/** What keeps a draft from being handed over, told at its fields. */
final class PrepareOrderCheck {
    private PrepareOrderCheck() {}

    static void complete(OrderCard card, PrepareOrderForm form, Errors faults) {
        annexes(form, faults);
        tellUnfilled("title", form.title(), faults);
        tellUnfilled("legalBasis", form.grounds(), faults);
        tellUnfilled("body", form.body(), faults);
        if (card.kind().acquaintanceRequired() && form.chosen().isEmpty()) {
            faults.rejectValue("people", "orders.prepare.people.missing");
        }
    }

    static void annexes(PrepareOrderForm form, Errors faults) {
        var annexes = Optional.ofNullable(form.annexes()).orElse(List.of());
        for (var i = 0; i < annexes.size(); i++) {
            var annex = annexes.get(i);
            if (annex.isHalf()) {
                faults.rejectValue(
                        "annexes[%d].%s".formatted(i, annex.title() == null ? "title" : "text"),
                        "orders.prepare.annex.half");
            }
            tellUnfilled("annexes[%d].text".formatted(i), annex.text(), faults);
        }
    }

    private static void tellUnfilled(String field, @Nullable String text, Errors faults) {
        var unfilled = new Wording(text == null ? "" : text, "", "").unfilled();
        if (unfilled.isEmpty()) return;
        faults.rejectValue(
                field, "orders.prepare.unfilled", new Object[] {String.join(", ", new TreeSet<>(unfilled))}, "");
    }
}
