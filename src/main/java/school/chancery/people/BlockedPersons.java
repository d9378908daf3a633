package school.chancery.people;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Whose data are kept and, for the time being, not used: until a request about them is answered (152-ФЗ ст. 3 п. 7,
 * ст. 21). Lists and exports leave such rows out, and show the person to nobody but the head, who answers the request.
 */
public interface BlockedPersons {
    boolean isBlocked(UUID organizationId, UUID personId);

    /** Those of them who are blocked there. */
    Set<UUID> among(UUID organizationId, Collection<UUID> personIds);

    /** How many pupils a list of the organization leaves out. */
    int pupils(UUID organizationId);
}
