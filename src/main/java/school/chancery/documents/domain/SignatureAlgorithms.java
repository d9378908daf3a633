package school.chancery.documents.domain;

import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.rosstandart.RosstandartObjectIdentifiers;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.operator.DefaultSignatureNameFinder;

/** Digests whose collisions nobody can make; MD5, SHA-1 and the GOST of 1994 are not among them. */
final class SignatureAlgorithms {
    private static final Map<ASN1ObjectIdentifier, String> DIGESTS = Map.of(
            NISTObjectIdentifiers.id_sha256, "SHA-256",
            NISTObjectIdentifiers.id_sha384, "SHA-384",
            NISTObjectIdentifiers.id_sha512, "SHA-512",
            NISTObjectIdentifiers.id_sha3_256, "SHA3-256",
            NISTObjectIdentifiers.id_sha3_512, "SHA3-512",
            RosstandartObjectIdentifiers.id_tc26_gost_3411_12_256, "ГОСТ Р 34.11-2012 (256)",
            RosstandartObjectIdentifiers.id_tc26_gost_3411_12_512, "ГОСТ Р 34.11-2012 (512)");

    private static final Map<ASN1ObjectIdentifier, String> GOST = Map.of(
            RosstandartObjectIdentifiers.id_tc26_gost_3410_12_256, "ГОСТ Р 34.10-2012 (256)",
            RosstandartObjectIdentifiers.id_tc26_gost_3410_12_512, "ГОСТ Р 34.10-2012 (512)",
            RosstandartObjectIdentifiers.id_tc26_signwithdigest_gost_3410_12_256, "ГОСТ Р 34.10-2012 (256)",
            RosstandartObjectIdentifiers.id_tc26_signwithdigest_gost_3410_12_512, "ГОСТ Р 34.10-2012 (512)");

    private SignatureAlgorithms() {}

    static boolean acceptable(SignerInformation signer) {
        return DIGESTS.containsKey(signer.getDigestAlgorithmID().getAlgorithm());
    }

    static String name(SignerInformation signer) {
        var encryption = new ASN1ObjectIdentifier(signer.getEncryptionAlgOID());
        var gost = GOST.get(encryption);
        if (gost != null) return gost;
        return new DefaultSignatureNameFinder().getAlgorithmName(encryption) + ", "
                + DIGESTS.get(signer.getDigestAlgorithmID().getAlgorithm());
    }
}
