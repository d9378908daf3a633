package school.chancery.journal.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import school.chancery.organization.Period;

/** When the term of a debt ends: a year after it arose, and as many days later as the clock stood still (ст. 58). */
final class DebtTerm {
    private DebtTerm() {}

    /** @param pauses that do not overlap; one that begins within what an earlier one has added counts, too */
    static LocalDate dueOn(LocalDate arisenOn, List<Period> pauses) {
        var due = arisenOn.plusYears(1);
        // The day the debt arose is none of its term.
        var first = arisenOn.plusDays(1);
        for (var pause : pauses.stream()
                .filter(each -> each.endsOn().isAfter(arisenOn))
                .sorted(Comparator.comparing(Period::startsOn))
                .toList()) {
            if (pause.startsOn().isAfter(due)) break;
            var from = pause.startsOn().isBefore(first) ? first : pause.startsOn();
            due = due.plusDays(ChronoUnit.DAYS.between(from, pause.endsOn()) + 1);
        }
        return due;
    }
}
