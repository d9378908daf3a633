package school.chancery.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Part of a class that is taught apart.
 *
 * @param subjectId in which subject; null for a division of the class as such
 */
public record Subgroup(
        UUID id,
        UUID organizationId,
        UUID classId,
        @Nullable UUID subjectId,
        String name,
        long version) {}
