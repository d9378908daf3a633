package school.chancery.workflow.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
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
        var due = plus(day, amount, organizationId, calendar);
        var remind = plus(day, amount - remindBefore, organizationId, calendar);
        var escalate = escalateAfter == null ? null : plus(due, escalateAfter, organizationId, calendar);
        return new Dates(
                due.atTime(END_OF_DAY).atZone(zone).toInstant(),
                remind.atTime(MORNING).atZone(zone).toInstant(),
                escalate == null
                        ? null
                        : escalate.atTime(END_OF_DAY).atZone(zone).toInstant());
    }

    private LocalDate plus(LocalDate day, int days, UUID organizationId, WorkingDays calendar) {
        return unit == Unit.CALENDAR_DAYS ? day.plusDays(days) : calendar.plusWorkingDays(organizationId, day, days);
    }

    /** The three moments of one task. */
    public record Dates(
            Instant due, Instant remind, @Nullable Instant escalate) {}
}
