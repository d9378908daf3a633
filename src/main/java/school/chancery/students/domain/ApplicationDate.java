package school.chancery.students.domain;

import java.time.LocalDate;
import java.util.Optional;

/** The day an application bears: not ahead, and none so long ago that it must be a slip of the pen. The tables say the same. */
final class ApplicationDate {
    private static final int MONTHS = 1;

    private ApplicationDate() {}

    static Optional<Refusal> refusal(LocalDate appliedOn, LocalDate today) {
        if (appliedOn.isAfter(today))
            return Optional.of(new Refusal("appliedOn", "students.refused.applied-in-future"));
        return appliedOn.isBefore(today.minusMonths(MONTHS))
                ? Optional.of(new Refusal("appliedOn", "students.refused.applied-long-ago"))
                : Optional.empty();
    }
}
