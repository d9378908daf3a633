package school.chancery.journal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import school.chancery.journal.AttemptAnswer.Reason;
import school.chancery.journal.AttemptResult;
import school.chancery.journal.Debt;
import school.chancery.journal.DebtAttempt;
import school.chancery.organization.Period;

/** What the law allows with a debt: two attempts within its term, none while the clock stands still (ст. 58). */
record DebtFile(Debt debt, List<DebtAttempt> attempts, List<Period> pauses) {
    private static final int ATTEMPTS = 2;

    DebtFile {
        attempts = List.copyOf(attempts);
        pauses = List.copyOf(pauses);
    }

    /** The attempt that lies ahead. */
    Optional<DebtAttempt> ahead() {
        return attempts.stream().filter(each -> each.result() == null).findFirst();
    }

    /** Which attempt is to be scheduled: the one that lies ahead on another day, or the one after those held. */
    int next() {
        return ahead().map(DebtAttempt::number).orElse(attempts.size() + 1);
    }

    Optional<Reason> whyNotScheduled(LocalDate on, boolean commission) {
        if (!debt.isOpen()) return Optional.of(Reason.DEBT_ENDED);
        if (next() > ATTEMPTS) return Optional.of(Reason.ATTEMPTS_USED_UP);
        if (next() == ATTEMPTS && !commission) return Optional.of(Reason.COMMISSION_MISSING);
        return whyNotOn(on, next());
    }

    Optional<Reason> whyNotRecorded(LocalDate heldOn, LocalDate today) {
        if (!debt.isOpen()) return Optional.of(Reason.DEBT_ENDED);
        if (ahead().isEmpty()) return Optional.of(Reason.NOT_SCHEDULED);
        if (heldOn.isAfter(today)) return Optional.of(Reason.NOT_HELD_YET);
        return whyNotOn(heldOn, next());
    }

    /** What the debt is once the attempt that lies ahead has brought this. */
    Debt.State after(AttemptResult result) {
        if (result.isPassed()) return Debt.State.CLEARED;
        return result.counts() && next() == ATTEMPTS ? Debt.State.TERM_OVER : Debt.State.OPEN;
    }

    private Optional<Reason> whyNotOn(LocalDate day, int number) {
        if (day.isBefore(debt.arisenOn())) return Optional.of(Reason.BEFORE_DEBT);
        if (day.isAfter(debt.dueOn())) return Optional.of(Reason.AFTER_TERM);
        if (pauses.stream().anyMatch(pause -> pause.contains(day))) return Optional.of(Reason.IN_PAUSE);
        var early = number == ATTEMPTS && isBefore(day, attempts.get(0).heldOn());
        return early ? Optional.of(Reason.BEFORE_FIRST) : Optional.empty();
    }

    private static boolean isBefore(LocalDate day, @Nullable LocalDate other) {
        return other != null && day.isBefore(other);
    }
}
