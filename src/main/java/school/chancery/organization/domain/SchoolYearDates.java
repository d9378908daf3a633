package school.chancery.organization.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import school.chancery.organization.Refusal;
import school.chancery.organization.SchoolYear;

/** What dates a school year may have. */
final class SchoolYearDates {
    // No school keeps years beyond these; a year typed with five digits would be lost from sight.
    private static final int FIRST = 2000;
    private static final int LAST = 2099;
    private static final int SHORTEST = 200;
    private static final int LONGEST = 380;

    private SchoolYearDates() {}

    /** @param others the other years of the organization */
    static List<Refusal> faults(LocalDate startsOn, LocalDate endsOn, List<SchoolYear> others) {
        var faults = new ArrayList<Refusal>();
        if (startsOn.getYear() < FIRST || startsOn.getYear() > LAST)
            faults.add(new Refusal("startsOn", "organization.years.dates.out-of-range"));
        if (endsOn.getYear() != startsOn.getYear() + 1)
            faults.add(new Refusal("endsOn", "organization.years.dates.calendar"));
        if (!faults.isEmpty()) return faults;
        var days = ChronoUnit.DAYS.between(startsOn, endsOn);
        if (days < SHORTEST || days > LONGEST) faults.add(new Refusal("endsOn", "organization.years.dates.length"));
        if (others.stream().anyMatch(other -> !startsOn.isAfter(other.endsOn()) && !endsOn.isBefore(other.startsOn())))
            faults.add(new Refusal("startsOn", "organization.years.dates.overlap"));
        return faults;
    }
}
