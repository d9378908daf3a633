package school.chancery.organization;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organization as other modules see it.
 *
 * @param code kebab case, unique, at the same time the engine's tenant id and the prefix of the role groups
 * @param fullName as in the charter, used in the header of documents
 * @param locality place of issue printed on documents
 * @param districtOfficeId the office it belongs to; null for an office itself
 * @param zone the zone in which its "today" and its terms are counted
 */
public record Organization(
        UUID id,
        String code,
        OrganizationType type,
        String fullName,
        String shortName,
        String locality,
        @Nullable UUID districtOfficeId,
        ZoneId zone) {}
