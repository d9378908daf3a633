package school.chancery.workflow.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.organization.WorkingDays;

/**
 * How long a task may take, each term with its unit.
 *
 * @param amount days after the day the task came up, that day not counted
 * @param remindBefore days before the end at which to remind
 * @param escalateAfter days after the end at which to tell {@code escalateTo}, a role code; both or neither
 */
public record Term(
        int amount,
        Unit unit,
        int remindBefore,
        @Nullable Integer escalateAfter,
        @Nullable String escalateTo) {
    /** Work is done in office hours: a term ends with its last working day, reminders come in the morning. */
    private static final LocalTime END_OF_DAY = LocalTime.of(18, 0);

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    public enum Unit {
        WORKING_DAYS,
        CALENDAR_DAYS
    }

    Dates from(LocalDate day, UUID organizationId, ZoneId zone, WorkingDays calendar) {
        // Days after the end are days after the beginning beyond the term's own.
        var counts = List.of(amount, amount - remindBefore, amount + Objects.requireNonNullElse(escalateAfter, 0));
        var days = unit == Unit.CALENDAR_DAYS
                ? counts.stream().map(day::plusDays).toList()
                : calendar.plusWorkingDays(organizationId, day, counts);
        return new Dates(
                days.get(0).atTime(END_OF_DAY).atZone(zone).toInstant(),
                days.get(1).atTime(MORNING).atZone(zone).toInstant(),
                escalateAfter == null
                        ? null
                        : days.get(2).atTime(END_OF_DAY).atZone(zone).toInstant());
    }

    /** The three moments of one task. */
    public record Dates(
            Instant due, Instant remind, @Nullable Instant escalate) {
        /** A day of the law comes before a term of the house, and is escalated the moment it has passed. */
        Dates notAfter(LocalDate latest, ZoneId zone) {
            var end = latest.atTime(END_OF_DAY).atZone(zone).toInstant();
            if (!due.isAfter(end)) return this;
            var morning = latest.atTime(MORNING).atZone(zone).toInstant();
            return new Dates(end, remind.isAfter(morning) ? morning : remind, escalate == null ? null : end);
        }
    }
}
