package school.chancery.workflow.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import school.chancery.identity.Role;
import school.chancery.workflow.domain.SettledTerm;
import school.chancery.workflow.domain.Term;
import school.chancery.workflow.domain.TermOverrides;

record TermForm(
        @NotNull @Min(0) @Max(TermOverrides.LONGEST) @Nullable
        Integer amount,

        @NotNull Term.@Nullable Unit unit,

        @NotNull @Min(0) @Max(TermOverrides.LONGEST) @Nullable
        Integer remindBefore,

        @Min(0) @Max(TermOverrides.LONGEST) @Nullable Integer escalateAfter,
        @Nullable Role escalateTo) {
    static TermForm of(Term term) {
        var to = term.escalateTo();
        return new TermForm(
                term.amount(),
                term.unit(),
                term.remindBefore(),
                term.escalateAfter(),
                to == null ? null : Role.ofCode(to));
    }

    void check(SettledTerm settled, Errors faults) {
        if (amount != null && remindBefore != null && remindBefore > amount)
            faults.rejectValue("remindBefore", "workflow.terms.remind.too-early");
        if (amount != null && unit != null && !settled.admits(amount, unit))
            faults.rejectValue("amount", "workflow.terms.law");
        if (escalateAfter != null && escalateTo == null && !faults.hasFieldErrors("escalateTo"))
            faults.rejectValue("escalateTo", "workflow.terms.escalate.nobody");
        if (escalateAfter == null && escalateTo != null && !faults.hasFieldErrors("escalateAfter"))
            faults.rejectValue("escalateAfter", "workflow.terms.escalate.never");
        if (escalateTo != null && !escalateTo.isOffice())
            faults.rejectValue("escalateTo", "workflow.terms.escalate.nobody");
    }

    Term toTerm() {
        return new Term(
                Objects.requireNonNull(amount),
                Objects.requireNonNull(unit),
                Objects.requireNonNull(remindBefore),
                escalateAfter,
                escalateTo == null ? null : escalateTo.code());
    }
}
