package school.chancery.people.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.organization.RussianPhone;
import school.chancery.people.NewPerson;
import school.chancery.people.PersonName;
import school.chancery.people.domain.PersonData;

record CorrectionForm(
        @NotBlank @Pattern(regexp = Introduced.NAME, message = "{people.refused.name}") @Size(max = 100) @Nullable
        String family,

        @NotBlank @Pattern(regexp = Introduced.NAME, message = "{people.refused.name}") @Size(max = 100) @Nullable
        String given,

        @Pattern(regexp = Introduced.NAME, message = "{people.refused.name}") @Size(max = 100) @Nullable
        String patronymic,

        @Past @Nullable LocalDate bornOn,
        NewPerson.@Nullable Sex sex,
        @Email @Size(max = 254) @Nullable String email,
        @Nullable String phone,
        @NotBlank @Size(max = 500) @Nullable String ground,
        @NotNull @Nullable Long version) {
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

    static CorrectionForm of(PersonData data) {
        return new CorrectionForm(
                data.name().family(),
                data.name().given(),
                data.name().patronymic(),
                data.bornOn(),
                data.sex(),
                data.email(),
                data.phone(),
                null,
                data.version());
    }

    void check(Errors faults) {
        if (phone != null && RussianPhone.any(phone).isEmpty()) faults.rejectValue("phone", "people.refused.phone");
        if (bornOn != null && bornOn.isBefore(OLDEST)) faults.rejectValue("bornOn", "people.refused.too-old");
    }

    /** Call on a form without faults only. */
    PersonData toData(UUID id) {
        var name = new PersonName(Objects.requireNonNull(family), Objects.requireNonNull(given), patronymic);
        var reached = phone == null ? null : RussianPhone.any(phone).orElseThrow();
        return new PersonData(id, name, bornOn, sex, email, reached, Objects.requireNonNull(version));
    }
}
