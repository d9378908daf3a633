package school.chancery.organization.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.organization.Outcome;
import school.chancery.organization.Period;
import school.chancery.organization.Refusal;
import school.chancery.organization.TermPlan;
import school.chancery.organization.TermScheme;

/** As many terms as the longest scheme has; a shorter one leaves the last of them empty. */
record TermPlanForm(
        @NotNull @Nullable Integer gradeFrom,
        @NotNull @Nullable Integer gradeTo,
        @NotNull @Nullable TermScheme scheme,
        @Nullable LocalDate starts1,
        @Nullable LocalDate ends1,
        @Nullable LocalDate starts2,
        @Nullable LocalDate ends2,
        @Nullable LocalDate starts3,
        @Nullable LocalDate ends3,
        @Nullable LocalDate starts4,
        @Nullable LocalDate ends4,
        @Size(max = 300) @Nullable String basis,
        @Nullable Long version) {
    /** @param version of the year as it is shown */
    static TermPlanForm empty(long version) {
        return new TermPlanForm(null, null, null, null, null, null, null, null, null, null, null, null, version);
    }

    void check(Errors faults) {
        if (scheme == null) return;
        for (var number = 1; number <= TermScheme.QUARTER.terms(); number++) {
            check("starts" + number, starts().get(number - 1), number, faults);
            check("ends" + number, ends().get(number - 1), number, faults);
        }
    }

    private void check(String field, @Nullable LocalDate day, int number, Errors faults) {
        var isNeeded = number <= Objects.requireNonNull(scheme).terms();
        // What could not be read stands at the field already.
        if (isNeeded && day == null && !faults.hasFieldErrors(field))
            faults.rejectValue(field, "organization.terms.date.missing");
        if (!isNeeded && day != null) faults.rejectValue(field, "organization.terms.date.needless");
    }

    TermPlan toPlan() {
        var chosen = Objects.requireNonNull(scheme);
        var periods = new ArrayList<Period>();
        for (var at = 0; at < chosen.terms(); at++)
            periods.add(new Period(Objects.requireNonNull(starts().get(at)), Objects.requireNonNull(ends().get(at))));
        return new TermPlan(
                chosen,
                Objects.requireNonNull(gradeFrom),
                Objects.requireNonNull(gradeTo),
                periods,
                basis == null ? null : basis.strip());
    }

    /** The fields of a plan by their names in this form: {@code periods[1].startsOn} is {@code starts2}. */
    static Outcome renamed(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused
                ? new Outcome.Refused(refused.reasons().stream()
                        .map(reason -> new Refusal(renamed(reason.field()), reason.code()))
                        .toList())
                : outcome;
    }

    private static String renamed(String field) {
        if (!field.startsWith("periods[")) return field;
        var number = Character.getNumericValue(field.charAt("periods[".length())) + 1;
        return (field.endsWith("startsOn") ? "starts" : "ends") + number;
    }

    private List<@Nullable LocalDate> starts() {
        return Arrays.asList(starts1, starts2, starts3, starts4);
    }

    private List<@Nullable LocalDate> ends() {
        return Arrays.asList(ends1, ends2, ends3, ends4);
    }
}
