package school.chancery.platform;

import java.util.UUID;

/** The organization is registered on a platform, its administrator active and its structure built. */
public record OrganizationRegistered(UUID applicationId, UUID organizationId, UUID platformId) {}
