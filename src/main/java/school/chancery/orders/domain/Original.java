package school.chancery.orders.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/** The exact bytes that are signed, and how they are to be signed. */
@Embeddable
record Original(
        UUID originalId,
        String originalSha256,

        @Enumerated(EnumType.STRING) SignatureKind signatureKind) {}
