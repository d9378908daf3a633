package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.people.NewGuardian;
import school.chancery.people.NewPerson;

/**
 * Somebody whom the office enters as answering for a child.
 *
 * @param known in the register already: kept as the register has them
 * @param agreement their own consent to be kept here; null when there is none
 * @param by account of whoever enters
 */
public record ProposedGuardian(
        UUID organizationId,
        NewGuardian guardian,
        NewPerson person,
        boolean known,
        @Nullable Agreement agreement,
        UUID by) {
    public record Agreement(UUID textId, LocalDate on) {}

    boolean hasContacts() {
        return guardian.contact() || person.phone() != null || person.email() != null;
    }

    @Override
    public String toString() {
        return "ProposedGuardian[" + guardian.personId() + "]";
    }
}
