package school.chancery.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a year is divided for some grades, all terms at once.
 *
 * @param basis by which order or act; null when nobody has named it
 * @param periods as many as the scheme has terms, in the order of the year
 */
public record TermPlan(
        TermScheme scheme,
        int gradeFrom,
        int gradeTo,
        List<Period> periods,
        @Nullable String basis) {
    public static final int FIRST_GRADE = 1;
    public static final int LAST_GRADE = 11;

    public TermPlan {
        periods = List.copyOf(periods);
    }

    public TermPlan(TermScheme scheme, int gradeFrom, int gradeTo, List<Period> periods) {
        this(scheme, gradeFrom, gradeTo, periods, null);
    }

    /** What is wrong with it by itself and in this year; empty when nothing is. Fields are those of the plan. */
    public List<Refusal> faults(SchoolYear year) {
        var faults = new ArrayList<Refusal>();
        if (gradeFrom < FIRST_GRADE || gradeFrom > LAST_GRADE)
            faults.add(new Refusal("gradeFrom", "organization.terms.grade.out-of-range"));
        if (gradeTo < gradeFrom || gradeTo > LAST_GRADE)
            faults.add(new Refusal("gradeTo", "organization.terms.grade.out-of-range"));
        if (periods.size() != scheme.terms()) faults.add(new Refusal("scheme", "organization.terms.scheme.count"));
        for (var at = 0; at < periods.size(); at++) fault(at, year).ifPresent(faults::add);
        return faults;
    }

    private Optional<Refusal> fault(int at, SchoolYear year) {
        var period = periods.get(at);
        var field = "periods[" + at + "].";
        if (period.endsOn().isBefore(period.startsOn()))
            return Optional.of(new Refusal(field + "endsOn", "organization.terms.dates.backwards"));
        if (!year.contains(period.startsOn()))
            return Optional.of(new Refusal(field + "startsOn", "organization.terms.dates.outside"));
        if (!year.contains(period.endsOn()))
            return Optional.of(new Refusal(field + "endsOn", "organization.terms.dates.outside"));
        if (at > 0 && !period.startsOn().isAfter(periods.get(at - 1).endsOn()))
            return Optional.of(new Refusal(field + "startsOn", "organization.terms.dates.overlap"));
        return Optional.empty();
    }

    /** Whether some grade is in both. */
    public boolean sharesGrades(int from, int to) {
        return gradeFrom <= to && from <= gradeTo;
    }
}
