package school.chancery.students.domain;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import school.chancery.organization.Policies;
import school.chancery.organization.SchoolYear;
import school.chancery.organization.WorkingDays;

/**
 * When applications for the first grade are taken (№ 458): in two windows of the year in which school begins; all other
 * grades, and the first one once the year has begun, all year round. The days are every organization's policy.
 */
@Service
public class AdmissionWindows {
    static final String FIRST = "students.first-grade-first-window";
    static final String SECOND = "students.first-grade-second-window";

    /** Two days of one year: {@code 01.04-30.06}; 29 February is no day to begin or end a window on. */
    static final String ALLOWED = "DAY-DAY"
            .replace(
                    "DAY", "((0[1-9]|1\\d|2[0-8])\\.(0[1-9]|1[0-2])|(29|30)\\.(0[13-9]|1[0-2])|31\\.(0[13578]|1[02]))");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM");

    private final Policies policies;
    private final WorkingDays workingDays;
    private final StudentTerms terms;

    AdmissionWindows(Policies policies, WorkingDays workingDays, StudentTerms terms) {
        this.policies = policies;
        this.workingDays = workingDays;
        this.terms = terms;
    }

    boolean isOpen(UUID organizationId, int grade, SchoolYear year, LocalDate on) {
        if (grade > 1 || !on.isBefore(year.startsOn())) return true;
        return first(organizationId, year).has(on)
                || second(organizationId, year).has(on);
    }

    /** First and last day of both windows, {@code dd.MM}, as the school's policy has them. */
    public List<String> days(UUID organizationId) {
        return Stream.of(FIRST, SECOND)
                .flatMap(window ->
                        Stream.of(policies.value(organizationId, window).split("-")))
                .toList();
    }

    /** Applications of the first window are decided together when it closes. */
    LocalDate orderDue(UUID organizationId, int grade, SchoolYear year, LocalDate appliedOn) {
        var window = first(organizationId, year);
        return grade == 1 && window.has(appliedOn)
                ? workingDays.plusWorkingDays(organizationId, window.to(), 3)
                : terms.enrolmentOrder(organizationId, appliedOn);
    }

    private Window first(UUID organizationId, SchoolYear year) {
        return window(policies.value(organizationId, FIRST), year);
    }

    private Window second(UUID organizationId, SchoolYear year) {
        return window(policies.value(organizationId, SECOND), year);
    }

    private static Window window(String policy, SchoolYear year) {
        var days = policy.split("-");
        var calendarYear = year.startsOn().getYear();
        return new Window(
                MonthDay.parse(days[0], DAY).atYear(calendarYear),
                MonthDay.parse(days[1], DAY).atYear(calendarYear));
    }

    private record Window(LocalDate from, LocalDate to) {
        boolean has(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }
}
