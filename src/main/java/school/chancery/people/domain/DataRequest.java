package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.people.PersonName;

/**
 * What somebody asked about personal data.
 *
 * @param dueOn last day of the answer
 */
public record DataRequest(
        UUID id,
        Kind kind,
        UUID personId,
        PersonName person,
        PersonName applicant,
        LocalDate receivedOn,
        LocalDate dueOn,
        String request,
        State state,
        @Nullable String answer,
        @Nullable LocalDate closedOn) {
    /** Working days for the answer (152-ФЗ ст. 20, 21). */
    public enum Kind {
        ACCESS(10),
        CORRECTION(7),
        BLOCKING(7),
        DESTRUCTION(10);

        private final int workingDays;

        Kind(int workingDays) {
            this.workingDays = workingDays;
        }

        public int workingDays() {
            return workingDays;
        }
    }

    public enum State {
        OPEN,
        DONE,
        REFUSED
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public boolean isLate(LocalDate today) {
        return isOpen() && today.isAfter(dueOn);
    }

    @Override
    public String toString() {
        return "DataRequest[" + id + "]";
    }
}
