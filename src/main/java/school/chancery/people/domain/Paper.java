package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One paper of a personal file.
 *
 * @param documentId its scan, null when only the paper is there
 * @param removedOn when it was taken out, null while it lies there
 */
public record Paper(
        UUID id,
        @Nullable UUID staffId,
        @Nullable UUID pupilId,
        Kind kind,
        String title,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable UUID documentId,
        LocalDate addedOn,
        @Nullable LocalDate removedOn,
        @Nullable String removalGround) {
    public boolean isRemoved() {
        return removedOn != null;
    }

    public enum Kind {
        APPLICATION,
        IDENTITY,
        CONTRACT,
        EDUCATION,
        ORDER,
        AGREEMENT,
        CERTIFICATE,
        OTHER
    }
}
