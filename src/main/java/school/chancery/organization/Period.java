package school.chancery.organization;

import java.time.LocalDate;

/** From a day to a day, both included. */
public record Period(LocalDate startsOn, LocalDate endsOn) {
    public boolean contains(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }

    boolean overlaps(Period other) {
        return !startsOn.isAfter(other.endsOn) && !other.startsOn.isAfter(endsOn);
    }
}
