package school.chancery.organization.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.organization.domain.CalendarDay;
import school.chancery.organization.domain.DayKind;

record CalendarDayForm(
        @NotNull @Nullable LocalDate day,
        @NotNull @Nullable DayKind kind,
        @NotBlank @Size(max = 300) @Nullable String basis) {
    // No office keeps a calendar beyond these; a year typed with five digits would be lost from sight.
    static final int FIRST = 2020;
    static final int LAST = 2099;

    static final CalendarDayForm EMPTY = new CalendarDayForm(null, null, null);

    void check(Errors faults) {
        if (day == null) return;
        if (day.getYear() < FIRST || day.getYear() > LAST)
            faults.rejectValue("day", "organization.calendar.day.out-of-range");
        else if (kind != null && !kind.differsOn(day))
            faults.rejectValue("kind", "organization.calendar.kind.same-as-week." + kind);
    }

    CalendarDay toDay() {
        if (day == null || kind == null || basis == null) throw new IllegalStateException("the form is not checked");
        return new CalendarDay(day, kind, basis);
    }
}
