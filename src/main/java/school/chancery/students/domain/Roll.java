package school.chancery.students.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.students.EnrollmentAnswer.Reason;

/**
 * Where one person is on which day, circles left out. The rules of enrolment stand here and once more in the table: on
 * no day in two classes, every stay within its year, the stays of a year numbered as they follow each other.
 */
record Roll(List<Stay> stays) {
    Roll {
        stays = List.copyOf(stays);
    }

    /** What the roll would be, or why it stays as it is. */
    sealed interface Outcome {
        record Changed(Roll roll) implements Outcome {}

        record Refused(Reason reason) implements Outcome {}
    }

    /** Into a class from a day on, until the year ends. */
    Outcome enter(UUID pupilId, UUID classId, SchoolDays year, LocalDate from) {
        return enter(pupilId, classId, year, from, null);
    }

    /** Into another class of the same year; {@code on} is the first day there. An end that was set already stays. */
    Outcome move(UUID classId, SchoolDays year, LocalDate on) {
        var present = at(on);
        if (present.isEmpty()) return new Outcome.Refused(Reason.NOT_IN_A_CLASS);
        var stay = present.get();
        if (!stay.year().equals(year)) return new Outcome.Refused(Reason.OTHER_YEAR);
        if (stay.classId().equals(classId)) return new Outcome.Refused(Reason.SAME_CLASS);
        return leave(on) instanceof Outcome.Changed left
                ? left.roll().enter(stay.pupilId(), classId, year, on, stay.toOn())
                : new Outcome.Refused(Reason.BEFORE_ENTRY);
    }

    /** Out of the school: out of the class, and the places the pupil was to take there later are free again. */
    Outcome withdraw(UUID pupilId, LocalDate on) {
        var outcome = leave(on);
        if (!(outcome instanceof Outcome.Changed left)) return outcome;
        return new Outcome.Changed(new Roll(left.roll().stays().stream()
                .filter(stay -> !stay.pupilId().equals(pupilId) || stay.fromOn().isBefore(on))
                .toList()));
    }

    /** Out of the class; the last day there is the one before. What was to come later stays. */
    Outcome leave(LocalDate on) {
        var present = at(on);
        if (present.isEmpty()) return new Outcome.Refused(Reason.NOT_IN_A_CLASS);
        var stay = present.get();
        if (!on.isAfter(stay.fromOn())) return new Outcome.Refused(Reason.BEFORE_ENTRY);
        var all = new ArrayList<>(stays);
        all.set(all.indexOf(stay), stay.endedOn(on.minusDays(1)));
        return new Outcome.Changed(new Roll(all));
    }

    Optional<Stay> at(LocalDate day) {
        return stays.stream().filter(stay -> stay.has(day)).findFirst();
    }

    private Outcome enter(UUID pupilId, UUID classId, SchoolDays year, LocalDate from, @Nullable LocalDate to) {
        if (!year.has(from)) return new Outcome.Refused(Reason.OTHER_YEAR);
        var entered = new Stay(pupilId, classId, year, next(pupilId, year), from, to);
        if (stays.stream().anyMatch(stay -> stay.meets(from, entered.lastOn())))
            return new Outcome.Refused(Reason.ELSEWHERE);
        // Numbers follow the days: nothing is slipped in before what the year has already.
        if (stays.stream()
                .anyMatch(stay -> stay.isOf(pupilId, year) && stay.fromOn().isAfter(from)))
            return new Outcome.Refused(Reason.ELSEWHERE);
        var all = new ArrayList<>(stays);
        all.add(entered);
        return new Outcome.Changed(new Roll(all));
    }

    private int next(UUID pupilId, SchoolDays year) {
        return 1
                + stays.stream()
                        .filter(stay -> stay.isOf(pupilId, year))
                        .mapToInt(Stay::sequence)
                        .max()
                        .orElse(0);
    }
}
