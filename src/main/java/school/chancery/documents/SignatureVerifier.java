package school.chancery.documents;

/** Checks a detached CMS signature (.sig: DER, PEM or bare base64) over the exact bytes it is said to sign. */
public interface SignatureVerifier {
    SignatureReport verify(byte[] original, byte[] signature);
}
