package school.chancery.identity.web;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.identity.domain.AuditReading.Filter;

/** What of the record is looked for; empty dates are the last month. */
record AuditSearchForm(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Size(max = 30) @Nullable String module,
        @Size(max = 100) @Nullable String actor,
        @Nullable UUID subject) {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;
    private static final int LONGEST_DAYS = 366;
    private static final int USUAL_DAYS = 30;

    AuditSearchForm orLastMonth(LocalDate today) {
        var last = until == null ? today : until;
        return new AuditSearchForm(from == null ? last.minusDays(USUAL_DAYS) : from, last, module, actor, subject);
    }

    void check(Errors faults, LocalDate today) {
        sensible("from", from, faults);
        sensible("until", until, faults);
        if (!faults.hasErrors()) orLastMonth(today).checkPeriod(faults);
    }

    // A year that no calendar of the house knows would overflow the search.
    private static void sensible(String field, @Nullable LocalDate day, Errors faults) {
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR))
            faults.rejectValue(field, "identity.audit.date.out-of-range");
    }

    private void checkPeriod(Errors faults) {
        var first = Objects.requireNonNull(from);
        var last = Objects.requireNonNull(until);
        if (first.isAfter(last)) faults.rejectValue("until", "identity.audit.until.before");
        else if (first.plusDays(LONGEST_DAYS).isBefore(last)) faults.rejectValue("from", "identity.audit.from.far");
    }

    Filter toFilter() {
        return new Filter(Objects.requireNonNull(from), Objects.requireNonNull(until), module, actor, subject);
    }
}
