package school.chancery.organization;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An organization to be taken into the installation.
 *
 * @param code kebab case, unique for ever: it names the tenant and the role groups
 * @param districtOfficeCode the office of a school; null for an office itself
 */
public record NewOrganization(
        String code,
        OrganizationType type,
        String fullName,
        String shortName,
        String locality,
        @Nullable String districtOfficeCode,
        ZoneId zone,
        Requisites requisites) {}
