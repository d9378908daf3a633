package school.chancery.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import school.chancery.orders.OrderSummary.Status;

class OrderTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final Registration REGISTRATION = registration(new OrderNumber(2026, 34, "01-05-034"), NOW);
    private static final Original ORIGINAL = new Original(UUID.randomUUID(), "hash", SignatureKind.SIMPLE);

    private final Order order = new Order(
            new Cause(UUID.randomUUID(), "general", Series.MAIN, UUID.randomUUID(), UUID.randomUUID(), NOW, null, null),
            content("О дежурстве"),
            Map.of());

    @Test
    void beginsAsADraftWithoutNumber() {
        assertThat(order.status()).isEqualTo(Status.DRAFT);
        assertThat(order.registration()).isEmpty();
    }

    @Test
    void canBeChangedWhileItIsADraft() {
        assertThat(order.edit(content("О дежурстве в столовой"), Map.of(), 0)).isEmpty();
        assertThat(order.wording().title()).isEqualTo("О дежурстве в столовой");
    }

    @Test
    void doesNotOverwriteWhatSomebodyElseWroteMeanwhile() {
        assertThat(order.edit(content("Другое"), Map.of(), 7)).contains(Refusal.CHANGED_MEANWHILE);
        assertThat(order.wording().title()).isEqualTo("О дежурстве");
    }

    @Test
    void isNotChangedOnceItsOriginalIsFrozen() {
        freeze();
        assertThat(order.edit(content("Другое"), Map.of(), 0)).contains(Refusal.NOT_A_DRAFT);
        assertThat(order.wording().title()).isEqualTo("О дежурстве");
    }

    @Test
    void isNotFrozenTwice() {
        freeze();
        assertThat(order.freeze(new Original(UUID.randomUUID(), "other", SignatureKind.PAPER)))
                .contains(Refusal.NOT_A_DRAFT);
        assertThat(order.original()).contains(ORIGINAL);
    }

    @Test
    void goesBackToItsWriterWithTheRemarkAndWithoutItsOriginal() {
        freeze();
        assertThat(order.giveBack("  Уточните дату ")).isEmpty();
        assertThat(order.status()).isEqualTo(Status.DRAFT);
        assertThat(order.remark()).contains("Уточните дату");
        assertThat(order.original()).isEmpty();
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
        assertThat(order.register(REGISTRATION, false)).contains(Refusal.NOT_FROZEN);
        assertThat(order.status()).isEqualTo(Status.DRAFT);
    }

    @Test
    void getsNumberDateAndCopyTogether() {
        freeze();
        assertThat(order.register(REGISTRATION, false)).isEmpty();
        assertThat(order.status()).isEqualTo(Status.REGISTERED);
        assertThat(order.registration()).contains(REGISTRATION);
    }

    @Test
    void neverChangesOnceRegistered() {
        freeze();
        order.register(REGISTRATION, false);
        assertThat(order.edit(content("Другое"), Map.of(), 0)).contains(Refusal.NOT_A_DRAFT);
        assertThat(order.giveBack("Замечание")).contains(Refusal.NOT_FROZEN);
        assertThat(order.reject("Причина", false)).contains(Refusal.NOT_FROZEN);
        assertThat(order.register(registration(new OrderNumber(2026, 35, "01-05-035"), NOW), false))
                .contains(Refusal.NOT_FROZEN);
        assertThat(order.registration()).contains(REGISTRATION);
    }

    @Test
    void entersTheRegisterAsHistoricalWithTheNumberItHadOnPaper() {
        var past = registration(new OrderNumber(2023, null, "01-05-034"), null);
        assertThat(order.enterHistorical(past)).isEmpty();
        assertThat(order.historical()).isTrue();
        assertThat(order.registration()).contains(past);
    }

    @Test
    void isNotMadeHistoricalOnceItWaitsForASignature() {
        freeze();
        assertThat(order.enterHistorical(REGISTRATION)).contains(Refusal.NOT_A_DRAFT);
    }

    private void freeze() {
        assertThat(order.freeze(ORIGINAL)).isEmpty();
    }

    private static Registration registration(OrderNumber number, @Nullable Instant signedAt) {
        return Registration.of(number, TODAY, NOW, signedAt, UUID.randomUUID());
    }

    private static Content content(String title) {
        return new Content(title, "", "1. Дежурить.", TODAY, List.of(), List.of());
    }
}
