package school.chancery.identity;

import java.util.UUID;

/** A role ended: tasks the account had claimed by it go back to the group (the engine's grant outlives the role). */
public record RoleEnded(UUID accountId, UUID organizationId, Role role) {}
