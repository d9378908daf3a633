package school.chancery.organization.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subgroup in a list.
 *
 * @param label of its class
 * @param subject null for a division of the class as such
 */
public record SubgroupLine(
        UUID id, UUID classId, String label, @Nullable String subject, String name, long version) {}
