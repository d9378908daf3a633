package school.chancery.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reading the record of acts. Who may read what is for the caller to decide; row level security stands behind. */
public interface AuditTrail {
    /** Entries of one page. */
    int PAGE = 50;

    long count(Search search);

    /** The newest first. */
    List<Row> page(Search search, int number);

    /** What the last verification of the organization's chain found; empty before the first. */
    Optional<ChainCheck> lastCheck(UUID organizationId);

    /** Verifies the organization's chain now; empty when nothing of it is linked yet. */
    Optional<ChainCheck> check(UUID organizationId);

    /**
     * What is looked for; null = no matter which.
     *
     * @param outside also entries that belong to no organization (a refused sign-in)
     * @param module whose acts
     * @param reading also acts of reading: their names end in {@code -read}
     */
    record Search(
            Collection<UUID> organizationIds,
            boolean outside,
            Instant from,
            Instant until,
            @Nullable String module,
            @Nullable Collection<UUID> accountIds,
            @Nullable UUID subject,
            boolean reading) {}

    /** @param affected the first of them, {@code count} in all */
    record Row(
            Instant at,
            @Nullable UUID accountId,
            @Nullable UUID organizationId,
            String action,
            String subjectKind,
            List<UUID> affected,
            int count,
            Map<String, String> details) {}

    /**
     * @param linkedUntil when the last linked entry was made
     * @param brokenAt place of the first entry that is not as it was linked; null when all are
     */
    record ChainCheck(
            Instant checkedAt,
            long length,
            @Nullable Instant linkedUntil,
            @Nullable Long brokenAt) {
        public boolean isWhole() {
            return brokenAt == null;
        }
    }
}
