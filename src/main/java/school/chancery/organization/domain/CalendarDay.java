package school.chancery.organization.domain;

import java.time.LocalDate;

/**
 * A day of an office's calendar that differs from the five-day week.
 *
 * @param basis the law or decree it rests on, and what of it is not checked yet
 */
public record CalendarDay(LocalDate day, DayKind kind, String basis) {}
