package school.chancery.identity.domain;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import school.chancery.identity.Role;

/**
 * What an account may be in one organization at this moment.
 *
 * @param schools of an office; empty for a school
 * @param passwordIssued the password has to be changed first
 */
public record Rights(
        UUID accountId,
        String displayName,
        boolean passwordIssued,
        UUID organizationId,
        String organizationCode,
        String organizationName,
        ZoneId zone,
        Set<Role> roles,
        Set<UUID> schools) {

    /** Whose rows may be seen: district staff also see their schools, a system administrator sees nobody's. */
    public Set<UUID> visible() {
        if (roles.stream().allMatch(role -> role == Role.SYSTEM_ADMINISTRATOR)) return Set.of();
        if (roles.stream().noneMatch(Role::isDistrict)) return Set.of(organizationId);
        var visible = new HashSet<>(schools);
        visible.add(organizationId);
        return visible;
    }
}
