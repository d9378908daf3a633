package school.chancery.organization.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** How a day differs from the five-day week. */
public enum DayKind {
    /** Not worked although from Monday to Friday. */
    OFF,
    /** Worked although a Saturday or Sunday. */
    WORK,
    /** Worked, an hour shorter (ТК ст. 95). */
    SHORT;

    public static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    /** A row that says what the week says anyway would only hide a mistake. */
    public boolean differsOn(LocalDate day) {
        return this == SHORT || (this == WORK) == isWeekend(day);
    }

    boolean isWorked() {
        return this != OFF;
    }
}
