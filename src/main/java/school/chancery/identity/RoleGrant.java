package school.chancery.identity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role to be given.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive; null = until ended
 * @param substitutes the account whose rights are taken over for the dates; null for a role of one's own
 */
public record RoleGrant(
        UUID accountId,
        UUID organizationId,
        Role role,
        LocalDate from,
        @Nullable LocalDate to,
        Ground ground,
        @Nullable UUID substitutes) {}
