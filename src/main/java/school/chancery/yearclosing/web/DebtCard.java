package school.chancery.yearclosing.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.chancery.journal.Debt;
import school.chancery.journal.DebtAttempt;
import school.chancery.journal.ParentsChoice;
import school.chancery.yearclosing.domain.debts.DebtCaseView;

/** A debt case as pages show it. */
public record DebtCard(
        DebtCaseView about,
        String pupil,
        @Nullable String classLabel,
        String yearLabel,
        LocalDate dueOn,
        List<Line> debts,
        @Nullable ParentsChoice choice,
        @Nullable String toClass) {

    /** One debt with its attempts. */
    public record Line(Debt debt, String subject, List<DebtAttempt> attempts) {
        /** The attempt that lies ahead, or is to be scheduled. */
        public int next() {
            var held = (int)
                    attempts.stream().filter(each -> each.result() != null).count();
            return Math.min(held + 1, 2);
        }
    }
}
