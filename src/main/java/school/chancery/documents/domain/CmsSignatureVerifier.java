package school.chancery.documents.domain;

import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.chancery.documents.SignatureReport;
import school.chancery.documents.SignatureReport.Reason;
import school.chancery.documents.SignatureReport.Refused;
import school.chancery.documents.SignatureVerifier;

/**
 * The moment in a signature is the signer's claim. Without a proven one the certificate must be valid on the day of
 * the check (63-ФЗ ст. 11), and it must fit the claim as well.
 */
@Component
class CmsSignatureVerifier implements SignatureVerifier {
    // An instance of its own: registering a provider would change the JVM's cryptography for everybody.
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private final Clock clock;

    CmsSignatureVerifier(Clock clock) {
        this.clock = clock;
    }

    @Override
    public SignatureReport verify(byte[] original, byte[] signature) {
        try {
            return check(original, SignatureEncoding.der(signature));
        } catch (CMSSignerDigestMismatchException differs) {
            return new Refused(Reason.CONTENT_DIFFERS);
        } catch (CMSException | OperatorCreationException | CertificateException wrong) {
            return new Refused(Reason.WRONG);
        } catch (UnreadableSignatureException | RuntimeException notCms) {
            // The parser answers garbage with exceptions of many kinds.
            return new Refused(Reason.UNREADABLE);
        }
    }

    private SignatureReport check(byte[] original, byte[] der)
            throws CMSException, OperatorCreationException, CertificateException, UnreadableSignatureException {
        var cms = signedData(original, der);
        Collection<SignerInformation> signers = cms.getSignerInfos().getSigners();
        if (signers.isEmpty()) return new Refused(Reason.UNREADABLE);
        if (!cms.isDetachedSignature()) return new Refused(Reason.ATTACHED);
        SignatureReport first = null;
        for (var signer : signers) {
            var report = check(signer, cms.getCertificates());
            if (report instanceof Refused) return report;
            if (first == null) first = report;
        }
        return first;
    }

    private static CMSSignedData signedData(byte[] original, byte[] der) throws UnreadableSignatureException {
        try {
            return new CMSSignedData(new CMSProcessableByteArray(original), der);
        } catch (CMSException e) {
            throw new UnreadableSignatureException(e);
        }
    }

    private SignatureReport check(SignerInformation signer, Store<X509CertificateHolder> certificates)
            throws CMSException, OperatorCreationException, CertificateException {
        var certificate = certificateOf(signer, certificates);
        if (certificate == null) return new Refused(Reason.NO_CERTIFICATE);
        if (!SignatureAlgorithms.acceptable(signer)) return new Refused(Reason.WRONG);
        // The key alone: with the certificate the verifier would judge its dates before the digest.
        var key = new JcaX509CertificateConverter()
                .setProvider(PROVIDER)
                .getCertificate(certificate)
                .getPublicKey();
        if (!signer.verify(
                new JcaSimpleSignerInfoVerifierBuilder().setProvider(PROVIDER).build(key))) {
            // Without signed attributes there is no digest to compare: other bytes and a wrong key look alike.
            return new Refused(signer.getSignedAttributes() == null ? Reason.CONTENT_DIFFERS : Reason.WRONG);
        }
        var signedAt = signingTime(signer);
        if (!validAt(certificate, clock.instant()) || signedAt != null && !validAt(certificate, signedAt)) {
            return new Refused(Reason.CERTIFICATE_EXPIRED);
        }
        return report(certificate, SignatureAlgorithms.name(signer), signedAt);
    }

    private static SignatureReport report(
            X509CertificateHolder certificate, String algorithm, @Nullable Instant signedAt) {
        return new SignatureReport.Valid(
                DistinguishedNames.readable(certificate.getSubject()),
                DistinguishedNames.readable(certificate.getIssuer()),
                certificate.getSerialNumber().toString(16),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                algorithm,
                signedAt);
    }

    private static @Nullable X509CertificateHolder certificateOf(
            SignerInformation signer, Store<X509CertificateHolder> certificates) {
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> found = certificates.getMatches(signer.getSID());
        return found.isEmpty() ? null : found.iterator().next();
    }

    private static boolean validAt(X509CertificateHolder certificate, Instant moment) {
        return certificate.isValidOn(Date.from(moment));
    }

    private static @Nullable Instant signingTime(SignerInformation signer) {
        var attributes = signer.getSignedAttributes();
        var attribute = attributes == null ? null : attributes.get(CMSAttributes.signingTime);
        if (attribute == null || attribute.getAttrValues().size() == 0) return null;
        return Time.getInstance(attribute.getAttrValues().getObjectAt(0))
                .getDate()
                .toInstant();
    }
}
