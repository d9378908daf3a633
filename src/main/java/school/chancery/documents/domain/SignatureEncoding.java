package school.chancery.documents.domain;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The three shapes in which signing programs write a .sig file: DER, PEM and bare base64. */
final class SignatureEncoding {
    private static final byte SEQUENCE = 0x30;

    private SignatureEncoding() {}

    /** @throws UnreadableSignatureException when it is none of them */
    static byte[] der(byte[] signature) throws UnreadableSignatureException {
        // A letter «0» starts base64 that is no DER, but DER in base64 always starts with M.
        if (signature.length > 1 && signature[0] == SEQUENCE) return signature;
        var text = new String(signature, StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00EF\u00BB\u00BF", "")
                .replaceAll("-----(BEGIN|END) [A-Z0-9 ]+-----", "")
                .replaceAll("\\s+", "");
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableSignatureException(e);
        }
    }
}
