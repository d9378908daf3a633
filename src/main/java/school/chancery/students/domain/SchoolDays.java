package school.chancery.students.domain;

import java.time.LocalDate;
import java.util.UUID;

/** A school year as enrolments need it. */
record SchoolDays(UUID schoolYearId, LocalDate startsOn, LocalDate endsOn) {
    boolean has(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }
}
