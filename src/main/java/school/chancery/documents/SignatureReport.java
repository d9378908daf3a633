package school.chancery.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the check of a signature found. Trust in the issuer, revocation and time stamps are not checked: the pages say
 * «математически верна, доверие к издателю не проверялось».
 */
public sealed interface SignatureReport {
    /**
     * @param holder subject of the certificate as it stands there
     * @param algorithm readable name of the signature algorithm
     * @param signedAt claimed by the signer, not proven
     */
    record Valid(
            String holder,
            String issuer,
            String serialNumber,
            Instant validFrom,
            Instant validTo,
            String algorithm,
            @Nullable Instant signedAt)
            implements SignatureReport {}

    record Refused(Reason reason) implements SignatureReport {}

    enum Reason {
        /** Not a CMS structure at all. */
        UNREADABLE,
        /** The signature carries a copy of the content: a detached one is asked for. */
        ATTACHED,
        /** Made over other bytes: the file was changed, or signed in text mode. */
        CONTENT_DIFFERS,
        /** The certificate was not valid at the time of signing. */
        CERTIFICATE_EXPIRED,
        /** The certificate is not in the file. */
        NO_CERTIFICATE,
        WRONG
    }
}
