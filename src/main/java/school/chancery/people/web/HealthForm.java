package school.chancery.people.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.people.domain.HealthGround;
import school.chancery.people.domain.HealthRecord;

record HealthForm(
        @Min(1) @Max(5) @Nullable Integer healthGroup,
        HealthRecord.@Nullable PhysicalGroup physicalGroup,
        @Size(max = 2000) @Nullable String conditions,
        @Size(max = 1000) @Nullable String allergies,
        @Size(max = 2000) @Nullable String advice,
        @NotNull HealthGround.@Nullable Kind groundKind,
        @NotBlank @Size(max = 500) @Nullable String groundText,
        @NotNull @Nullable LocalDate groundOn) {
    static final HealthForm EMPTY = new HealthForm(null, null, null, null, null, null, null, null);

    static HealthForm of(HealthRecord health) {
        return new HealthForm(
                health.healthGroup(),
                health.physicalGroup(),
                health.conditions(),
                health.allergies(),
                health.advice(),
                health.ground().kind(),
                health.ground().text(),
                health.ground().on());
    }

    void check(Errors faults, LocalDate today) {
        if (Stream.of(healthGroup, physicalGroup, conditions, allergies, advice).allMatch(Objects::isNull)
                && !faults.hasErrors()) faults.reject("people.refused.empty-record");
        if (groundOn != null && groundOn.isAfter(today)) faults.rejectValue("groundOn", "people.refused.future");
    }

    /** Call on a form without faults only. */
    HealthRecord toRecord() {
        return new HealthRecord(
                healthGroup,
                physicalGroup,
                conditions,
                allergies,
                advice,
                new HealthGround(
                        Objects.requireNonNull(groundKind),
                        Objects.requireNonNull(groundText),
                        Objects.requireNonNull(groundOn)));
    }
}
