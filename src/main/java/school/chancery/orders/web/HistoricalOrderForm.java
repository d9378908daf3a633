package school.chancery.orders.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;
import school.chancery.orders.domain.HistoricalOrders.PaperOrder;

/** @param formId made with the page: the same form sent twice enters one order */
record HistoricalOrderForm(
        @NotNull @Nullable UUID formId,
        @NotNull @Size(max = 100) @Nullable String kind,
        @NotBlank @Size(max = 60) @Nullable String number,
        @NotNull @Nullable LocalDate registeredOn,
        @Nullable LocalDate effectiveOn,
        @NotBlank @Size(max = 500) @Nullable String title,
        @Size(max = 500) @Nullable String gapReason,
        @Nullable MultipartFile scan) {
    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);

    static HistoricalOrderForm fresh() {
        return new HistoricalOrderForm(UUID.randomUUID(), null, null, null, null, null, null, null);
    }

    void check(Errors faults) {
        if (registeredOn != null && registeredOn.isBefore(EARLIEST)) {
            faults.rejectValue("registeredOn", "orders.historical.date.too-early");
        }
        if (effectiveOn != null && (effectiveOn.getYear() < EARLIEST.getYear() || effectiveOn.getYear() > 2199)) {
            faults.rejectValue("effectiveOn", "orders.historical.date.too-early");
        }
    }

    PaperOrder toPaperOrder() {
        if (kind == null || number == null || registeredOn == null || title == null)
            throw new IllegalStateException("the form is not checked");
        var effective = effectiveOn == null ? registeredOn : effectiveOn;
        var reason = gapReason == null || gapReason.isBlank() ? null : gapReason.strip();
        return new PaperOrder(kind, number.strip(), registeredOn, effective, title, reason);
    }
}
