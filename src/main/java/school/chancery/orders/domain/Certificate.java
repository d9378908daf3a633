package school.chancery.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import school.chancery.documents.SignatureReport;

/**
 * The certificate behind a CMS signature, as found in it; trust in the issuer is not checked.
 *
 * @param claimedAt time of signing as the signer's program wrote it
 */
@Embeddable
public record Certificate(
        @Column(name = "holder", updatable = false) String holder,
        @Column(name = "issuer", updatable = false) String issuer,
        @Column(name = "serial_number", updatable = false) String serialNumber,
        @Column(name = "valid_from", updatable = false) Instant validFrom,
        @Column(name = "valid_to", updatable = false) Instant validTo,
        @Column(name = "algorithm", updatable = false) String algorithm,

        @Column(name = "claimed_at", updatable = false) @Nullable
        Instant claimedAt) {

    static Certificate of(SignatureReport.Valid report) {
        return new Certificate(
                report.holder(),
                report.issuer(),
                report.serialNumber(),
                report.validFrom(),
                report.validTo(),
                report.algorithm(),
                report.signedAt());
    }
}
