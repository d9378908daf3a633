package school.chancery.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The working-day calendar that the district keeps for its schools (holidays, moved days); data, never computed. */
public interface WorkingDays {
    boolean isWorkingDay(UUID organizationId, LocalDate day);

    /**
     * The {@code count}-th working day after {@code from}: day of the event not counted (as terms of the documents
     * are). Days of a year whose calendar is missing count by the five-day week.
     *
     * @param count 0 or more; 0 gives {@code from} itself
     */
    default LocalDate plusWorkingDays(UUID organizationId, LocalDate from, int count) {
        return plusWorkingDays(organizationId, from, List.of(count)).get(0);
    }

    /** The same for several terms that begin on one day, with one look at the calendar. */
    List<LocalDate> plusWorkingDays(UUID organizationId, LocalDate from, List<Integer> counts);
}
