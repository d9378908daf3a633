package school.chancery.yearclosing.web;

import java.util.List;
import org.springframework.validation.Errors;
import school.chancery.journal.AttemptAnswer;
import school.chancery.yearclosing.domain.Refusal;

/** Brings the refusals of the work on debts to the fields they are about. */
final class DebtFaults {
    private DebtFaults() {}

    /** @param day the field of the day the form asks for */
    static void reject(Errors faults, AttemptAnswer answer, String day) {
        if (!(answer instanceof AttemptAnswer.Refused refused)) return;
        var code = "journal.refused." + refused.reason();
        switch (refused.reason()) {
            case BEFORE_DEBT, AFTER_TERM, IN_PAUSE, BEFORE_FIRST, NOT_HELD_YET -> faults.rejectValue(day, code);
            case COMMISSION_MISSING, COMMISSION_UNREGISTERED -> faults.rejectValue("commissionOrderId", code);
            case DEBT_ENDED, ATTEMPTS_USED_UP, NOT_SCHEDULED -> faults.reject(code);
        }
    }

    static void reject(Errors faults, List<Refusal> refusals) {
        for (var refusal : refusals) {
            if (refusal.field().isEmpty()) faults.reject(refusal.code());
            else faults.rejectValue(refusal.field(), refusal.code());
        }
    }
}
