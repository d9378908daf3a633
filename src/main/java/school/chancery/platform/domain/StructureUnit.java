package school.chancery.platform.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of the organization's structure on the platform (F012, F018, F042).
 *
 * @param label the class; empty for the staff room
 * @param members how many people of the register belong there
 * @param externalId the platform's own id or address of it; null until created there
 */
public record StructureUnit(
        UUID id,
        Kind kind,
        String label,
        int members,
        @Nullable String externalId,
        @Nullable LocalDate createdOn,
        @Nullable String skippedReason) {
    public enum Kind {
        STAFF_ROOM,
        CLASS
    }

    public boolean isCreated() {
        return externalId != null;
    }
}
