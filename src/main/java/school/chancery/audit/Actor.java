package school.chancery.audit;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts on this thread and whose data the act may touch.
 *
 * @param accountId the acting account, null when the product acts by itself (a job, a scan)
 * @param organizationId the active organization of the session, null for the product itself
 * @param visibleOrganizations ids that row level security lets through; empty together with {@code seesAll}
 * @param seesAll true only for the product itself
 */
public record Actor(
        @Nullable UUID accountId, @Nullable UUID organizationId, Set<UUID> visibleOrganizations, boolean seesAll) {

    /** The product itself: jobs, scans, migrations of demo data. */
    public static final Actor PRODUCT = new Actor(null, null, Set.of(), true);

    /** Nobody: sees no row of any organization. */
    public static final Actor NOBODY = new Actor(null, null, Set.of(), false);

    public Actor {
        visibleOrganizations = Set.copyOf(visibleOrganizations);
    }

    /** A person in their active organization; {@code visible} has it and, for a district office, its schools. */
    public static Actor person(UUID accountId, UUID organizationId, Set<UUID> visible) {
        return new Actor(accountId, organizationId, visible, false);
    }
}
