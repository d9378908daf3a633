package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.chancery.identity.Role;

/**
 * A duty as it was asked for.
 *
 * @param duty in words, as the order says it
 * @param role only of kind ROLE
 * @param formerId who is relieved of that role by the same order
 * @param substitutedId who is absent, only of kind SUBSTITUTION
 * @param to last day, null = until another order
 * @param task what is to be done, a line of the order
 * @param by account of whoever proposes
 */
public record ProposedDuty(
        UUID organizationId,
        DutyKind kind,
        String duty,
        @Nullable Role role,
        @Nullable UUID formerId,
        @Nullable UUID substitutedId,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable String task,
        @Nullable String ground,
        List<DutyMember> members,
        UUID by) {
    public ProposedDuty {
        members = List.copyOf(members);
    }
}
