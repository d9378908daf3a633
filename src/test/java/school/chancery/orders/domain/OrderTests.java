package school.chancery.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import school.chancery.orders.OrderSummary.Status;

class OrderTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final OrderNumber NUMBER = new OrderNumber(2026, 34, "01-05-034");

    private final UUID original = UUID.randomUUID();
    private final Order order = new Order(
            new Order.Cause(
                    UUID.randomUUID(), "general", Series.MAIN, UUID.randomUUID(), UUID.randomUUID(), NOW, null, null),
            content("О дежурстве"),
            Map.of());

    @Test
    void beginsAsADraftWithoutNumber() {
        assertThat(order.status()).isEqualTo(Status.DRAFT);
        assertThat(order.number()).isEmpty();
    }

    @Test
    void canBeChangedWhileItIsADraft() {
        assertThat(order.edit(content("О дежурстве в столовой"), Map.of(), 0)).isEmpty();
        assertThat(order.title()).isEqualTo("О дежурстве в столовой");
    }

    @Test
    void doesNotOverwriteWhatSomebodyElseWroteMeanwhile() {
        assertThat(order.edit(content("Другое"), Map.of(), 7)).contains(Refusal.CHANGED_MEANWHILE);
        assertThat(order.title()).isEqualTo("О дежурстве");
    }

    @Test
    void isNotChangedOnceItsOriginalIsFrozen() {
        freeze();
        assertThat(order.edit(content("Другое"), Map.of(), 0)).contains(Refusal.NOT_A_DRAFT);
        assertThat(order.title()).isEqualTo("О дежурстве");
    }

    @Test
    void isNotFrozenTwice() {
        freeze();
        assertThat(order.freeze(UUID.randomUUID(), "other", SignatureKind.PAPER))
                .contains(Refusal.NOT_A_DRAFT);
        assertThat(order.originalId()).contains(original);
    }

    @Test
    void goesBackToItsWriterWithTheRemarkAndWithoutItsOriginal() {
        freeze();
        assertThat(order.giveBack("  Уточните дату ")).isEmpty();
        assertThat(order.status()).isEqualTo(Status.DRAFT);
        assertThat(order.remark()).contains("Уточните дату");
        assertThat(order.originalId()).isEmpty();
        assertThat(order.originalSha256()).isEmpty();
    }

    @Test
    void forgetsTheRemarkWhenFrozenAnew() {
        freeze();
        order.giveBack("Уточните дату");
        freeze();
        assertThat(order.remark()).isEmpty();
    }

    @Test
    void doesNotGoBackWithoutARemark() {
        freeze();
        assertThat(order.giveBack(" ")).contains(Refusal.REASON_MISSING);
        assertThat(order.giveBack(null)).contains(Refusal.REASON_MISSING);
        assertThat(order.status()).isEqualTo(Status.FROZEN);
    }

    @Test
    void isRejectedWithAReason() {
        freeze();
        assertThat(order.reject("Не требуется", false)).isEmpty();
        assertThat(order.status()).isEqualTo(Status.REJECTED);
        assertThat(order.rejectionReason()).contains("Не требуется");
    }

    @Test
    void isNotRejectedWithoutAReason() {
        freeze();
        assertThat(order.reject("\n", false)).contains(Refusal.REASON_MISSING);
        assertThat(order.status()).isEqualTo(Status.FROZEN);
    }

    @Test
    void isNotRejectedWhenTheLawLeavesNoChoice() {
        freeze();
        assertThat(order.reject("Не хочу", true)).contains(Refusal.STATUTORY);
        assertThat(order.status()).isEqualTo(Status.FROZEN);
    }

    @Test
    void isNotDecidedOnBeforeItIsFrozen() {
        assertThat(order.giveBack("Замечание")).contains(Refusal.NOT_FROZEN);
        assertThat(order.reject("Причина", false)).contains(Refusal.NOT_FROZEN);
        assertThat(order.register(NUMBER, registration())).contains(Refusal.NOT_FROZEN);
        assertThat(order.status()).isEqualTo(Status.DRAFT);
    }

    @Test
    void getsNumberDateAndCopyTogether() {
        freeze();
        assertThat(order.register(NUMBER, registration())).isEmpty();
        assertThat(order.status()).isEqualTo(Status.REGISTERED);
        assertThat(order.number()).contains("01-05-034");
        assertThat(order.registeredOn()).contains(TODAY);
        assertThat(order.registeredCopyId()).isPresent();
        assertThat(order.signedAt()).contains(NOW);
    }

    @Test
    void neverChangesOnceRegistered() {
        freeze();
        order.register(NUMBER, registration());
        assertThat(order.edit(content("Другое"), Map.of(), 0)).contains(Refusal.NOT_A_DRAFT);
        assertThat(order.giveBack("Замечание")).contains(Refusal.NOT_FROZEN);
        assertThat(order.reject("Причина", false)).contains(Refusal.NOT_FROZEN);
        assertThat(order.register(new OrderNumber(2026, 35, "01-05-035"), registration()))
                .contains(Refusal.NOT_FROZEN);
        assertThat(order.number()).contains("01-05-034");
    }

    @Test
    void entersTheRegisterAsHistoricalWithTheNumberItHadOnPaper() {
        var scan = UUID.randomUUID();
        var past = new OrderNumber(2023, null, "01-05-034");
        assertThat(order.enterHistorical(past, LocalDate.of(2023, 1, 9), NOW, scan))
                .isEmpty();
        assertThat(order.historical()).isTrue();
        assertThat(order.registeredCopyId()).contains(scan);
        assertThat(order.signedAt()).isEmpty();
    }

    @Test
    void isNotMadeHistoricalOnceItWaitsForASignature() {
        freeze();
        assertThat(order.enterHistorical(NUMBER, TODAY, NOW, UUID.randomUUID())).contains(Refusal.NOT_A_DRAFT);
    }

    private void freeze() {
        assertThat(order.freeze(original, "hash", SignatureKind.SIMPLE)).isEmpty();
    }

    private static Order.Registration registration() {
        return new Order.Registration(TODAY, NOW, NOW, false, UUID.randomUUID());
    }

    private static Content content(String title) {
        return new Content(title, "", "1. Дежурить.", TODAY, List.of(), List.of());
    }
}
