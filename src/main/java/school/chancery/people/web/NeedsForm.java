package school.chancery.people.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.people.domain.HealthGround;
import school.chancery.people.domain.SpecialNeeds;

record NeedsForm(
        @NotNull SpecialNeeds.@Nullable Category category,
        @Nullable Boolean disability,
        @Size(max = 200) @Nullable String programme,
        @Size(max = 60) @Nullable String conclusionNumber,
        @Nullable LocalDate conclusionOn,
        @Nullable LocalDate validTo,
        @Size(max = 2000) @Nullable String conditions,
        @NotNull HealthGround.@Nullable Kind groundKind,
        @NotBlank @Size(max = 500) @Nullable String groundText,
        @NotNull @Nullable LocalDate groundOn) {
    static final NeedsForm EMPTY = new NeedsForm(null, false, null, null, null, null, null, null, null, null);

    static NeedsForm of(SpecialNeeds needs) {
        return new NeedsForm(
                needs.category(),
                needs.disability(),
                needs.programme(),
                needs.conclusionNumber(),
                needs.conclusionOn(),
                needs.validTo(),
                needs.conditions(),
                needs.ground().kind(),
                needs.ground().text(),
                needs.ground().on());
    }

    void check(Errors faults, LocalDate today) {
        if (category == SpecialNeeds.Category.NONE && !Boolean.TRUE.equals(disability))
            faults.rejectValue("category", "people.refused.neither-needs-nor-disability");
        if ((conclusionNumber == null) != (conclusionOn == null))
            faults.rejectValue(
                    conclusionNumber == null ? "conclusionNumber" : "conclusionOn", "people.refused.number-and-date");
        if (groundOn != null && groundOn.isAfter(today)) faults.rejectValue("groundOn", "people.refused.future");
        var begins = conclusionOn != null ? conclusionOn : groundOn;
        if (validTo != null && begins != null && validTo.isBefore(begins))
            faults.rejectValue("validTo", "people.refused.ends-before-it-begins");
    }

    /** Call on a form without faults only. */
    SpecialNeeds toNeeds() {
        return new SpecialNeeds(
                Objects.requireNonNull(category),
                Boolean.TRUE.equals(disability),
                programme,
                conclusionNumber,
                conclusionOn,
                validTo,
                conditions,
                new HealthGround(
                        Objects.requireNonNull(groundKind),
                        Objects.requireNonNull(groundText),
                        Objects.requireNonNull(groundOn)));
    }
}
