package school.chancery.students.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One stay in a class or group.
 *
 * @param sequence which of the pupil's year, from 1
 * @param toOn null: till the end of the year
 */
record Stay(
        UUID pupilId,
        UUID classId,
        SchoolDays year,
        int sequence,
        LocalDate fromOn,
        @Nullable LocalDate toOn) {

    LocalDate lastOn() {
        return toOn == null ? year.endsOn() : toOn;
    }

    boolean has(LocalDate day) {
        return !day.isBefore(fromOn) && !day.isAfter(lastOn());
    }

    boolean meets(LocalDate from, LocalDate last) {
        return !last.isBefore(fromOn) && !from.isAfter(lastOn());
    }

    boolean isOf(UUID pupil, SchoolDays school) {
        return pupilId.equals(pupil) && year.schoolYearId().equals(school.schoolYearId());
    }

    /** The same row of the table, whatever has become of its end. */
    boolean isSameAs(Stay other) {
        return isOf(other.pupilId, other.year) && sequence == other.sequence;
    }

    Stay endedOn(LocalDate last) {
        return new Stay(pupilId, classId, year, sequence, fromOn, last);
    }
}
