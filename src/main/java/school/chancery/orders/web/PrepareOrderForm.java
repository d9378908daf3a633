package school.chancery.orders.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.orders.domain.Acquaintance;
import school.chancery.orders.domain.Annex;
import school.chancery.orders.domain.Content;
import school.chancery.orders.domain.OrderCard;
import school.chancery.orders.domain.Wording;

/**
 * A draft under its writer's hands.
 *
 * @param fields values for the kind's template
 * @param acts citations of the registry to be added to the grounds
 * @param people person ids
 * @param version of the draft that the writer saw
 */
record PrepareOrderForm(
        @NotBlank @Size(max = 500) @Nullable String title,
        @Size(max = 10_000) @Nullable String legalBasis,
        @Size(max = 50) @Nullable List<@Size(max = 1_000) String> acts,
        @NotBlank @Size(max = 50_000) @Nullable String body,
        @NotNull @Nullable LocalDate effectiveOn,
        @Size(max = 40) @Nullable Map<@Size(max = 40) String, @Size(max = 5_000) String> fields,
        @Valid @Size(max = 30) @Nullable List<AnnexForm> annexes,
        @Size(max = 2_000) @Nullable List<UUID> people,
        @NotNull @Nullable Long version) {

    PrepareOrderForm {
        // «annexes[5].title» alone: the places before it are there, with nothing in them.
        if (annexes != null)
            annexes = annexes.stream()
                    .map(annex -> Objects.requireNonNullElse(annex, AnnexForm.MISSING))
                    .toList();
    }

    static PrepareOrderForm of(OrderCard card) {
        var content = card.content();
        return new PrepareOrderForm(
                content.title(),
                content.legalBasis(),
                List.of(),
                content.body(),
                content.effectiveOn(),
                card.fields(),
                content.annexes().stream()
                        .map(annex -> new AnnexForm(annex.title(), annex.text()))
                        .toList(),
                content.acquaintances().stream().map(Acquaintance::personId).toList(),
                card.version());
    }

    Content content(List<Acquaintance> acquaintances) {
        return new Content(title, grounds(), body, effectiveOn, filledAnnexes(), acquaintances);
    }

    PrepareOrderForm worded(Wording wording) {
        return new PrepareOrderForm(
                wording.title(),
                wording.legalBasis(),
                List.of(),
                wording.body(),
                effectiveOn,
                fields,
                annexes,
                people,
                version);
    }

    PrepareOrderForm withBlankAnnex() {
        var more = new ArrayList<>(annexes == null ? List.<AnnexForm>of() : annexes);
        more.add(AnnexForm.BLANK);
        return new PrepareOrderForm(title, legalBasis, acts, body, effectiveOn, fields, more, people, version);
    }

    PrepareOrderForm withPeople(List<UUID> all) {
        return new PrepareOrderForm(title, legalBasis, acts, body, effectiveOn, fields, annexes, all, version);
    }

    /** The grounds as typed, followed by the picked acts that are not among them yet. */
    String grounds() {
        var lines = new ArrayList<>(
                legalBasis == null ? List.<String>of() : legalBasis.lines().toList());
        if (acts != null) acts.stream().filter(act -> !lines.contains(act)).forEach(lines::add);
        return String.join("\n", lines);
    }

    Map<String, String> values() {
        var values = new HashMap<String, String>();
        if (fields != null) fields.forEach((name, value) -> values.put(name, value == null ? "" : value));
        return values;
    }

    List<Annex> filledAnnexes() {
        return annexes == null
                ? List.of()
                : annexes.stream()
                        .filter(annex -> !annex.isBlank())
                        .map(AnnexForm::toAnnex)
                        .toList();
    }

    List<UUID> chosen() {
        return people == null ? List.of() : people;
    }
}
