package school.chancery.documents;

import java.time.Instant;
import java.util.UUID;

/** A kept file without its bytes. {@code sha256} is lower-case hex of the bytes as stored. */
public record StoredDocument(
        UUID id, UUID organizationId, String name, String mediaType, long size, String sha256, Instant storedAt) {}
