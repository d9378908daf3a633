package school.chancery.organization;

import java.util.UUID;

/**
 * A school subject of one organization.
 *
 * @param code kebab case, unique in the organization, never changed: {@code russian-language}
 * @param active false for one that is not taught any more; what refers to it stays
 */
public record Subject(
        UUID id, UUID organizationId, String code, String name, String shortName, boolean active, long version) {}
