package school.chancery.yearclosing.web;

import org.springframework.validation.Errors;

/** @param reconciled that the person has compared what came of it with the plan */
record SealYearForm(boolean reconciled) {
    void check(Errors faults) {
        if (!reconciled) faults.rejectValue("reconciled", "yearclosing.refused.not-reconciled");
    }
}
