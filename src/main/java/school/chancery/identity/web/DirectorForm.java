package school.chancery.identity.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.identity.domain.DirectorGround;

record DirectorForm(
        @NotNull @Nullable UUID schoolId,
        @NotBlank @Size(max = 200) @Nullable String displayName,

        @NotBlank
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{2,63}", message = "{identity.directors.login.wrong}")
        @Nullable
        String login,

        @Email @Size(max = 200) @Nullable String email,
        @NotBlank @Size(max = 50) @Nullable String number,
        @NotNull @PastOrPresent @Nullable LocalDate date,
        @NotNull @Nullable LocalDate from) {
    private static final int MONTHS_AROUND_THE_ACT = 12;

    static final DirectorForm EMPTY = new DirectorForm(null, null, null, null, null, null, null);

    void check(Errors faults) {
        if (date == null || from == null) return;
        if (from.isBefore(date.minusMonths(MONTHS_AROUND_THE_ACT))
                || from.isAfter(date.plusMonths(MONTHS_AROUND_THE_ACT)))
            faults.rejectValue("from", "identity.directors.from.far");
    }

    DirectorGround.Act toAct() {
        return new DirectorGround.Act(
                Objects.requireNonNull(schoolId),
                Objects.requireNonNull(login),
                Objects.requireNonNull(displayName),
                email,
                Objects.requireNonNull(number),
                Objects.requireNonNull(date),
                Objects.requireNonNull(from));
    }
}
