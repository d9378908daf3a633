package school.chancery.organization.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.chancery.organization.SchoolYear;

/** @param version of the year the form was filled from; null for a new one */
record SchoolYearForm(
        @NotNull @Nullable LocalDate startsOn,
        @NotNull @Nullable LocalDate endsOn,
        @Nullable Long version) {
    static SchoolYearForm of(SchoolYear year) {
        return new SchoolYearForm(year.startsOn(), year.endsOn(), year.version());
    }

    /** The year after the latest one, or the one that runs; from 1 September to 31 August unless the school says other. */
    static SchoolYearForm next(List<SchoolYear> latestFirst, LocalDate today) {
        var start = latestFirst.isEmpty()
                ? september(today)
                : latestFirst.get(0).endsOn().plusDays(1);
        return new SchoolYearForm(start, LocalDate.of(start.getYear() + 1, Month.AUGUST, 31), null);
    }

    private static LocalDate september(LocalDate today) {
        var september = LocalDate.of(today.getYear(), Month.SEPTEMBER, 1);
        return today.isBefore(september.minusMonths(2)) ? september.minusYears(1) : september;
    }
}
