package school.chancery.organization;

import java.time.LocalDate;
import java.time.Month;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A school year of an organization. It lasts until the next one begins, the summer included.
 *
 * @param endsOn the last day of it
 * @param referenceOn the day whose class sizes are kept as the reference; null until they are taken
 */
public record SchoolYear(
        UUID id,
        UUID organizationId,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable LocalDate referenceOn,
        State state,
        long version) {
    /** How far the year has come; whether it is the running one says the date. */
    public enum State {
        OPEN,
        CLOSING,
        CLOSED
    }

    private static final int REFERENCE_DAY = 20;

    /** As documents name it: {@code 2026/2027}. */
    public String label() {
        return startsOn.getYear() + "/" + endsOn.getYear();
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }

    /** 20 September, the day whose class sizes the yearly report counts by; the year may begin later. */
    public LocalDate referenceDay() {
        return LocalDate.of(startsOn.getYear(), Month.SEPTEMBER, REFERENCE_DAY);
    }
}
