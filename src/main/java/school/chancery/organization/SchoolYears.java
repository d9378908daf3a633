package school.chancery.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The school years of organizations. Which one runs follows from the date, never from a mark on a row. */
public interface SchoolYears {
    /** The year that the day belongs to. */
    Optional<SchoolYear> on(UUID organizationId, LocalDate day);

    Optional<SchoolYear> find(UUID id);

    /** The one that begins in the calendar year after this one began. */
    Optional<SchoolYear> following(UUID id);

    /** Latest first. */
    List<SchoolYear> all(UUID organizationId);

    /** Refused when it overlaps another year or is no school year long; audited. */
    Outcome open(NewSchoolYear year);

    /** Gives the year other dates; refused when a term would lie outside. */
    Outcome reschedule(UUID id, long version, LocalDate startsOn, LocalDate endsOn);
}
