package school.chancery.orders.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signature as pages and stamps show it.
 *
 * @param signedOn date of signing; for paper the date that stands on it
 * @param documentId the CMS file or the scan; null for a simple signature
 */
public record SignatureView(
        SignatureKind kind,
        Signer signer,
        Instant signedAt,
        LocalDate signedOn,
        String originalSha256,
        @Nullable String address,
        @Nullable String agreement,
        @Nullable UUID documentId,
        @Nullable Certificate certificate) {}
