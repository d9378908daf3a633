package school.chancery.people.domain;

import java.util.List;
import school.chancery.identity.Role;

/** What kinds of duties an order lays on people; the texts are {@code people.duty.kind.<NAME>}. */
public enum DutyKind {
    /** The classes of the whole school at once (F047). */
    CLASS_TEACHERS,
    ROLE,
    WORKING_GROUP,
    EXECUTORS,
    SUBSTITUTION;

    /** Roles that such an order may give. */
    public static final List<Role> ROLES = List.of(
            Role.COORDINATOR,
            Role.NETWORK_ADMINISTRATOR,
            Role.SECRETARY,
            Role.HR,
            Role.SOCIAL_PEDAGOGUE,
            Role.LIBRARIAN,
            Role.METHODOLOGIST,
            Role.FORUM_MODERATOR,
            Role.OPERATOR);
}
