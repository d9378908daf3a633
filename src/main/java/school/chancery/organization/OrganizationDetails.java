package school.chancery.organization;

import org.jspecify.annotations.Nullable;

/**
 * What an organization says of itself in documents and to whoever wants to reach it.
 *
 * @param email of the office, in its ASCII form
 * @param phone E.164
 * @param version of the row this was read from
 */
public record OrganizationDetails(
        String fullName,
        String shortName,
        String locality,
        Requisites requisites,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String site,
        long version) {}
