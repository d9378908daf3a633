package school.chancery.orders.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who looks into the base of documents.
 *
 * @param office has a role of the office: reads all of it
 * @param staff works there
 */
public record DocumentReader(UUID organizationId, @Nullable UUID personId, boolean office, boolean staff) {
    boolean reads(Audience audience) {
        return office || staff && audience == Audience.STAFF;
    }
}
