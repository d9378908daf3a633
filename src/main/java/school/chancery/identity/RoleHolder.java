package school.chancery.identity;

import java.util.Optional;
import java.util.UUID;

/**
 * Who has a role on a day.
 *
 * @param substitution empty when the role is the account's own that day, whomever it substitutes besides
 */
public record RoleHolder(UUID accountId, String displayName, Optional<Substitution> substitution) {}
